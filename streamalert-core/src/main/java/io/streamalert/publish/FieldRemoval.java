package io.streamalert.publish;

import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Takes fields out of publications, at any depth of maps and lists. */
final class FieldRemoval {

  private FieldRemoval() {}

  static Publication remove(Publication publication, Predicate<String> unwanted) {
    return Publication.of(remaining(publication.toFields(), unwanted));
  }

  private static Map<String, FieldValue> remaining(
      Map<String, FieldValue> fields, Predicate<String> unwanted) {
    Map<String, FieldValue> remaining = new LinkedHashMap<>();
    fields.forEach((key, value) -> {
      if (!unwanted.test(key)) {
        remaining.put(key, remaining(value, unwanted));
      }
    });
    return remaining;
  }

  private static FieldValue remaining(FieldValue value, Predicate<String> unwanted) {
    return switch (value.kind()) {
      case MAP -> FieldValue.map(remaining(value.fields(), unwanted));
      case LIST ->
        FieldValue.list(value.elements().stream()
            .map(element -> remaining(element, unwanted))
            .toList());
      default -> value;
    };
  }
}
