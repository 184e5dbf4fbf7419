package io.streamalert.delivery;

import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest reference of each output and group. Guarded by the store's lock. */
final class References {

  private final Map<Place, Filed> filed = new HashMap<>();

  private record Place(OutputId output, String group) {}

  private record Filed(String reference, AlertId alert) {}

  void file(AlertId alert, Map<OutputId, Delivery> results) {
    results.forEach((output, delivery) -> {
      if (delivery instanceof Delivered delivered) {
        delivered
            .group()
            .ifPresent(group -> filed.put(
                new Place(output, group), new Filed(delivered.reference().orElseThrow(), alert)));
      }
    });
  }

  Optional<String> find(OutputId output, String group) {
    return Optional.ofNullable(filed.get(new Place(output, group))).map(Filed::reference);
  }

  void forget(Set<AlertId> alerts) {
    filed.values().removeIf(each -> alerts.contains(each.alert()));
  }
}
