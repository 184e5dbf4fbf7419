package io.streamalert.config;

import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in JSON samples the records are.
 *
 * @param path the path to them; empty where each sample is a record
 * @param embedded whether the path leads to text that holds them
 * @param records the records of all samples
 * @param around what stands around the records in each sample
 */
record RecordPlace(
    String path, boolean embedded, List<FieldValue> records, List<FieldValue> around) {

  /** A key as a path has it. */
  static String identifier(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? key : FieldValue.of(key).toJson();
  }

  DraftCandidate candidate(String type, DraftFields fields) {
    Map<String, FieldValue> configuration = new LinkedHashMap<>();
    if (!path.isEmpty()) {
      configuration.put("json_path", FieldValue.of(path));
    }
    if (embedded) {
      configuration.put("embedded_json", FieldValue.of(true));
    }
    DraftFields envelope = DraftFields.of(around);
    if (!envelope.isEmpty()) {
      configuration.put("envelope_keys", envelope.types());
    }
    putKeys("optional_envelope_keys", envelope, configuration);
    putKeys("optional_top_level_keys", fields, configuration);
    return new DraftCandidate(type, "json", fields.types(), configuration);
  }

  private static void putKeys(
      String option, DraftFields fields, Map<String, FieldValue> configuration) {
    if (!fields.optional().isEmpty()) {
      configuration.put(option, FieldValue.of(fields.optional()));
    }
  }
}
