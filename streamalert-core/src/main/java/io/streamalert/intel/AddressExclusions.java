package io.streamalert.intel;

import com.google.common.net.InetAddresses;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses are not looked for, as StreamAlert 3.5 has it: where any network is excluded, so
 * are the loopback address of IPv6 and whatever is no address.
 */
final class AddressExclusions {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
  private static final Network LOOPBACK = Network.parse("::1").orElseThrow();

  private final List<Network> networks;

  private AddressExclusions(List<Network> networks) {
    this.networks = networks;
  }

  static AddressExclusions of(Collection<String> written) {
    List<Network> networks = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String text : written) {
      Network.parse(text).ifPresentOrElse(networks::add, () -> problems.add(problem(text)));
    }
    ConfigException.throwIfAny(problems);
    if (!networks.isEmpty()) {
      networks.add(LOOPBACK);
    }
    return new AddressExclusions(List.copyOf(networks));
  }

  private static Problem problem(String text) {
    return Problem.of("The exclusion \"" + text + "\" of " + IntelSpec.ADDRESSES
            + " is neither an address nor a network")
        .mendedBy("Write ADDRESS or ADDRESS/BITS, such as 10.0.0.0/8.");
  }

  boolean excludes(String value) {
    if (networks.isEmpty()) {
      return false;
    }
    Optional<InetAddress> address = address(value);
    return address.isEmpty()
        || networks.stream().anyMatch(network -> network.contains(address.get()));
  }

  /** A zone names an interface of the machine that wrote the log, and says nothing here. */
  private static Optional<InetAddress> address(String text) {
    return text.indexOf('%') < 0 && InetAddresses.isInetAddress(text)
        ? Optional.of(InetAddresses.forString(text))
        : Optional.empty();
  }

  /** The addresses whose first bits are the same. */
  private static final class Network {

    private final byte[] start;
    private final int bits;

    private Network(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Optional<Network> parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? address(text).map(a -> new Network(a.getAddress(), length(a)))
          : address(text.substring(0, slash)).flatMap(a -> parse(a, text.substring(slash + 1)));
    }

    private static Optional<Network> parse(InetAddress start, String bits) {
      return Optional.of(bits)
          .filter(text -> DIGITS.matcher(text).matches())
          .map(Integer::valueOf)
          .filter(number -> number <= length(start))
          .map(number -> new Network(start.getAddress(), number));
    }

    private static int length(InetAddress address) {
      return address.getAddress().length * Byte.SIZE;
    }

    boolean contains(InetAddress address) {
      byte[] other = address.getAddress();
      int whole = bits / Byte.SIZE;
      int rest = bits % Byte.SIZE;
      return other.length == start.length
          && Arrays.equals(start, 0, whole, other, 0, whole)
          && (rest == 0 || ((start[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
    }
  }
}
