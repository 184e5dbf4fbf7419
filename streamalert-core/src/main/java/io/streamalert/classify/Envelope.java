package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields around the records of a payload that each record is to carry: the options {@code
 * envelope_keys} and {@code optional_envelope_keys}. Immutable.
 */
final class Envelope {

  /** Where a record carries them. */
  static final String KEY = "streamalert:envelope_keys";

  private final Map<String, FieldType> fields;
  private final Set<String> optional;

  private Envelope(Map<String, FieldType> fields, Set<String> optional) {
    this.fields = fields;
    this.optional = optional;
  }

  /**
   * The envelope of a schema; without fields where it has none.
   *
   * @throws IllegalArgumentException if the options are wrong
   */
  static Envelope of(LogSchema schema) {
    Map<String, FieldType> fields = new LinkedHashMap<>();
    new ParserOptions(schema)
        .map("envelope_keys")
        .fields()
        .forEach((key, type) -> fields.put(
            key,
            FieldType.declared(type)
                .orElseThrow(() -> new IllegalArgumentException(
                    "its envelope_keys give \"" + key + "\" a type that there is not"))));
    Set<String> optional = new LinkedHashSet<>();
    schema.option("optional_envelope_keys").elements().forEach(key -> optional.add(key.asText()));
    if (!fields.keySet().containsAll(optional)) {
      throw new IllegalArgumentException(
          "its optional_envelope_keys are not all among its envelope_keys");
    }
    return new Envelope(fields, optional);
  }

  Map<String, FieldType> fields() {
    return Collections.unmodifiableMap(fields);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The envelope of a payload in the declared types, or null where the payload has none. */
  @Nullable
  FieldValue in(FieldValue payload) {
    Map<String, FieldValue> found = new LinkedHashMap<>();
    for (Map.Entry<String, FieldType> field : fields.entrySet()) {
      FieldValue value = payload.at(field.getKey());
      FieldValue converted =
          value.exists() ? TypeConversion.convert(field.getValue(), value) : absent(field);
      if (converted == null) {
        return null;
      }
      found.put(field.getKey(), converted);
    }
    return FieldValue.map(found);
  }

  private @Nullable FieldValue absent(Map.Entry<String, FieldType> field) {
    return optional.contains(field.getKey()) ? field.getValue().emptyValue() : null;
  }

  /** The first thing that keeps a payload from having this envelope. */
  String reason(FieldValue payload) {
    if (payload.kind() != Kind.MAP) {
      return "is no map with the envelope keys";
    }
    for (Map.Entry<String, FieldType> field : fields.entrySet()) {
      FieldValue value = payload.at(field.getKey());
      if (!value.exists() && !optional.contains(field.getKey())) {
        return "the envelope key \"" + field.getKey() + "\" is missing";
      }
      if (value.exists() && TypeConversion.convert(field.getValue(), value) == null) {
        return "the envelope key \"" + field.getKey() + "\" is no " + field.getValue();
      }
    }
    return "";
  }
}
