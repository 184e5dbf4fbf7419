package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What decides about merging and is dear to work out: which merge keys have which first values, and
 * how large the record is.
 */
record MergeTraits(Key key, int recordBytes) {

  static MergeTraits of(Alert alert) {
    List<String> keys = alert.mergePolicy().keys().stream().distinct().sorted().toList();
    List<FieldValue> values = FirstValues.of(alert.record().content(), keys).stream()
        .map(MergeTraits::orMissing)
        .toList();
    int bytes = alert.record().toJson().getBytes(StandardCharsets.UTF_8).length;
    return new MergeTraits(new Key(alert.ruleName(), keys, values), bytes);
  }

  /** A null counts as absent. */
  private static FieldValue orMissing(FieldValue value) {
    return value.isMissing() ? FieldValue.missing() : value;
  }

  /** What is equal for alerts that can be merged. */
  record Key(String rule, List<String> keys, List<FieldValue> values) {

    /** Without the values, which come from a record. */
    @Override
    public String toString() {
      return "Key[" + rule + " " + keys + "]";
    }
  }
}
