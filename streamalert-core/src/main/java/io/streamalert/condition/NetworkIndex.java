package io.streamalert.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From an address to the conditions that ask for one of its networks. Immutable once built. */
final class NetworkIndex {

  /** For each number of leading bits that a network has, the conditions by those bits. */
  private final Map<Integer, Map<Network.Address, int[]>> byBits = new HashMap<>();

  private NetworkIndex(Builder clues) {
    clues.byBits.forEach((bits, conditions) -> {
      Map<Network.Address, int[]> arrays = new HashMap<>();
      conditions.forEach((start, numbers) -> arrays.put(start, Candidates.array(numbers)));
      byBits.put(bits, arrays);
    });
  }

  boolean isEmpty() {
    return byBits.isEmpty();
  }

  void find(String text, Candidates found) {
    Network.Address.parse(text)
        .ifPresent(address -> byBits.forEach(
            (bits, conditions) -> found.addAll(conditions.get(Network.firstOf(address, bits)))));
  }

  /** Collects networks and the numbers of the conditions that ask for them. */
  static final class Builder {

    private final Map<Integer, Map<Network.Address, List<Integer>>> byBits = new HashMap<>();

    void add(Network network, int condition) {
      byBits
          .computeIfAbsent(network.bits(), bits -> new HashMap<>())
          .computeIfAbsent(
              Network.firstOf(network.start(), network.bits()), start -> new ArrayList<>())
          .add(condition);
    }

    NetworkIndex build() {
      return new NetworkIndex(this);
    }
  }
}
