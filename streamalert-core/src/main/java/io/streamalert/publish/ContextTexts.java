package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Optional;

/** Texts that a rule hands to a publisher through the context of its alerts. */
final class ContextTexts {

  private ContextTexts() {}

  /** The texts of a list, without what is no text; a text alone is a list of one. */
  static List<String> of(Alert alert, String key) {
    FieldValue value = alert.context().getOrDefault(key, FieldValue.missing());
    return value
        .asString()
        .map(List::of)
        .orElseGet(() -> value.elements().stream()
            .map(FieldValue::asString)
            .flatMap(Optional::stream)
            .toList());
  }
}
