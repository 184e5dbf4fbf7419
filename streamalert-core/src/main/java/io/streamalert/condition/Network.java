package io.streamalert.condition;

import com.google.common.net.InetAddresses;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses whose first bits are the same.
 *
 * @param written as it was written
 * @param start an address of it
 * @param bits how many bits are the same, counted in the length of the address
 */
record Network(String written, Address start, int bits) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

  /** An IPv4 address as IPv6 has this many bits before it. */
  private static final int MAPPED_BITS = 96;

  /**
   * An address. One of IPv4 that is written as IPv6, such as {@code ::ffff:10.0.0.1}, is one of IPv4.
   *
   * @param length its length in bits
   * @param high the upper half of an address of IPv6, else 0
   * @param low the lower half, or the whole address of IPv4
   */
  record Address(int length, long high, long low) {

    private static final int LONGEST_TEXT = 45;

    /** Empty for what is no address; one with a zone is none. */
    static Optional<Address> parse(String text) {
      return mayBeAddress(text) && InetAddresses.isInetAddress(text)
          ? Optional.of(of(InetAddresses.forString(text).getAddress()))
          : Optional.empty();
    }

    /** Keeps out digits of other scripts, and all that need not be looked at closely. */
    private static boolean mayBeAddress(String text) {
      if (text.length() > LONGEST_TEXT) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean hex = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!hex && c != '.' && (c < '0' || c > ':')) {
          return false;
        }
      }
      return true;
    }

    private static Address of(byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return bytes.length == Integer.BYTES
          ? new Address(Integer.SIZE, 0, buffer.getInt() & 0xffff_ffffL)
          : new Address(2 * Long.SIZE, buffer.getLong(), buffer.getLong());
    }
  }

  static Network parse(String written) {
    int slash = written.indexOf('/');
    String start = slash < 0 ? written : written.substring(0, slash);
    return Address.parse(start)
        .flatMap(address -> slash < 0
            ? Optional.of(address.length())
            : bits(address, start, written.substring(slash + 1)))
        .map(bits -> new Network(written, Address.parse(start).orElseThrow(), bits))
        .orElseThrow(() -> new IllegalArgumentException("\"" + written
            + "\" is neither an address nor a network. Write ADDRESS or ADDRESS/BITS,"
            + " such as 10.0.0.0/8 or 2001:db8::/32"));
  }

  private static Optional<Integer> bits(Address address, String start, String written) {
    boolean mapped = address.length() == Integer.SIZE && start.indexOf(':') >= 0;
    return Optional.of(written)
        .filter(text -> DIGITS.matcher(text).matches())
        .map(text -> Integer.parseInt(text) - (mapped ? MAPPED_BITS : 0))
        .filter(bits -> bits >= 0 && bits <= address.length());
  }

  boolean contains(Address address) {
    int shared = bits + 2 * Long.SIZE - start.length;
    return address.length == start.length
        && ((address.high ^ start.high) & mask(shared)) == 0
        && ((address.low ^ start.low) & mask(shared - Long.SIZE)) == 0;
  }

  /** A word whose first bits are set. */
  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
  }

  /** The networks around the same start with one bit more and one less, as far as there are such. */
  List<Network> halfAndDouble() {
    List<Network> others = new ArrayList<>();
    for (int other : new int[] {bits + 1, bits - 1}) {
      if (other >= 0 && other <= start.length) {
        others.add(new Network(text(other), start, other));
      }
    }
    return others;
  }

  private String text(int otherBits) {
    int slash = written.indexOf('/');
    String address = slash < 0 ? written : written.substring(0, slash);
    boolean mapped = start.length == Integer.SIZE && address.indexOf(':') >= 0;
    return address + "/" + (otherBits + (mapped ? MAPPED_BITS : 0));
  }
}
