package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.record.LogRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** The publishers that are always there, under their names and those of StreamAlert 3.5. */
final class GenericPublishers {

  private static final String STANDARD = "standard";
  private static final String FORMER_PACKAGE = "publishers.community.generic.";
  private static final String FORMER_STANDARD = "streamalert.shared.publisher.DefaultPublisher";
  private static final String STRINGIFY_ARRAYS = "stringify_arrays";

  private GenericPublishers() {}

  static Map<String, Publisher> byName() {
    return Map.of(
        STANDARD,
        Publisher.standard(),
        "add_record",
        (alert, previous) -> previous.with("record", alert.record().content()),
        "blank",
        (alert, previous) -> Publication.empty(),
        "remove_internal_fields",
        GenericPublishers::removeInternalFields,
        "remove_fields",
        new RemoveFields(),
        "remove_streamalert_normalization",
        GenericPublishers::removeNormalization,
        "enumerate_fields",
        new EnumerateFields(),
        "populate_fields",
        new PopulateFields(),
        STRINGIFY_ARRAYS,
        new StringifyArrays("\n"));
  }

  static Map<String, String> aliases() {
    Map<String, String> aliases = new LinkedHashMap<>();
    byName().keySet().forEach(name -> aliases.put(FORMER_PACKAGE + name, name));
    aliases.remove(FORMER_PACKAGE + STANDARD);
    aliases.put(FORMER_STANDARD, STANDARD);
    aliases.remove(FORMER_PACKAGE + STRINGIFY_ARRAYS);
    aliases.put(FORMER_PACKAGE + "StringifyArrays", STRINGIFY_ARRAYS);
    return aliases;
  }

  private static Publication removeInternalFields(Alert alert, Publication previous) {
    return previous.without("staged").without("publishers").without("outputs");
  }

  private static Publication removeNormalization(Alert alert, Publication previous) {
    return FieldRemoval.remove(previous, key -> key.contains(LogRecord.NORMALIZATION_KEY));
  }
}
