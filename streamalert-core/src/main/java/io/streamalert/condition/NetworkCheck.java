package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Is the text of an address in one of some networks.
 *
 * @param networks the networks, each once
 */
record NetworkCheck(List<Network> networks) implements Check {

  static NetworkCheck of(String... cidrs) {
    return new NetworkCheck(Arrays.stream(cidrs).map(Network::parse).distinct().toList());
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    Optional<Network.Address> address = value.asString().flatMap(Network.Address::parse);
    return address.isPresent() && contain(address.get());
  }

  private boolean contain(Network.Address address) {
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return "is in "
        + Check.oneOf(
            networks.size(),
            networks.stream().map(Network::written).collect(Collectors.joining(", ")));
  }

  @Override
  public List<Check> variants() {
    List<Check> variants = new ArrayList<>();
    Alternatives.fewer(networks).forEach(fewer -> variants.add(new NetworkCheck(fewer)));
    for (int i = 0; i < networks.size(); i++) {
      for (Network other : networks.get(i).halfAndDouble()) {
        List<Network> changed = new ArrayList<>(networks);
        changed.set(i, other);
        variants.add(new NetworkCheck(changed.stream().distinct().toList()));
      }
    }
    return variants;
  }
}
