package io.streamalert.normalize;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One normalised value of one record, for searching across log types. Immutable.
 *
 * @param function what the value does in its record; {@code None} where the schema does not say
 * @param recordId the record
 * @param sourceType the record's log type
 * @param type the normalised type
 * @param value the value in its text form
 */
public record Artifact(
    String function, RecordId recordId, LogType sourceType, String type, String value) {

  /**
   * The artifacts of a record.
   *
   * @param record a normalised record
   * @return its artifacts in their order; empty where there are none
   */
  public static List<Artifact> allOf(LogRecord record) {
    List<Artifact> all = new ArrayList<>();
    for (NormalizedValue normalized : NormalizedValue.allOf(record)) {
      if (normalized.isArtifact()) {
        String function = normalized.function().orElse("None");
        normalized
            .values()
            .forEach(value -> all.add(new Artifact(
                function, record.id(), record.type(), normalized.type(), value.asText())));
      }
    }
    return List.copyOf(all);
  }

  /**
   * The line that StreamAlert 3.5 stores.
   *
   * @return JSON text
   */
  public String toJson() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("function", function);
    fields.put(LogRecord.RECORD_ID_KEY, recordId.toString());
    fields.put("source_type", sourceType.name());
    fields.put("type", type);
    fields.put("value", value);
    return FieldValue.of(fields).toJson();
  }

  /** {@return type and record, never the value} */
  @Override
  public String toString() {
    return "Artifact[" + type + " of " + recordId + "]";
  }
}
