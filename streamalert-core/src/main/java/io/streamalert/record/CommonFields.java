package io.streamalert.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields that many records have in common, to be laid over each of them by {@link
 * FieldValue#with(CommonFields)}: {@link FieldPaths} looks its paths up in them once, not for each
 * record. Immutable and thread-safe; two are equal only if they are the same.
 */
public final class CommonFields {

  private final Map<String, FieldValue> fields;
  private final boolean knownAscii;

  private CommonFields(Map<String, FieldValue> fields) {
    this.fields = fields;
    this.knownAscii = areKnownAscii(fields);
  }

  /**
   * These fields.
   *
   * @param fields the fields in their order; copied
   * @return the fields
   */
  public static CommonFields of(Map<String, FieldValue> fields) {
    return new CommonFields(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /**
   * The fields.
   *
   * @return the fields in their order; unmodifiable
   */
  public Map<String, FieldValue> fields() {
    return fields;
  }

  /** Whether it is known that no name or value has a character beyond ASCII. */
  boolean areKnownAscii() {
    return knownAscii;
  }

  static boolean areKnownAscii(Map<String, FieldValue> fields) {
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      if (!JsonBytes.isAscii(field.getKey()) || !field.getValue().isKnownAscii()) {
        return false;
      }
    }
    return true;
  }

  /** {@return the names of the fields, never their values} */
  @Override
  public String toString() {
    return "CommonFields" + fields.keySet();
  }
}
