package io.streamalert.testkit.events;

import io.streamalert.record.FieldValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helpers in the texts of an event, such as {@code <helper:last_hour>}. */
final class EventHelpers {

  static final Set<String> NAMES = Set.of("last_hour");

  private static final Pattern HELPER = Pattern.compile("<helper:(\\w+)>");
  private static final long SECONDS_AGO = 60;

  private EventHelpers() {}

  /** The helpers that are asked for and that there are not. */
  static Set<String> unknown(FieldValue value) {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher helper = HELPER.matcher(value.toJson());
    while (helper.find()) {
      if (!NAMES.contains(helper.group(1))) {
        unknown.add(helper.group(1));
      }
    }
    return unknown;
  }

  /** The value with the answers of the helpers in its texts; keys stay as they are. */
  static FieldValue apply(FieldValue value, Instant now) {
    return switch (value.kind()) {
      case STRING -> text(value, now);
      case MAP -> map(value, now);
      case LIST -> list(value, now);
      default -> value;
    };
  }

  private static FieldValue text(FieldValue value, Instant now) {
    String lastHour = Long.toString(now.getEpochSecond() - SECONDS_AGO);
    return FieldValue.of(HELPER.matcher(value.asText()).replaceAll(lastHour));
  }

  private static FieldValue map(FieldValue value, Instant now) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    value.fields().forEach((key, field) -> fields.put(key, apply(field, now)));
    return FieldValue.map(fields);
  }

  private static FieldValue list(FieldValue value, Instant now) {
    List<FieldValue> elements =
        value.elements().stream().map(element -> apply(element, now)).toList();
    return FieldValue.list(elements);
  }
}
