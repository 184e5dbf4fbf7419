package io.streamalert.testkit;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a schema alone says of a log. */
final class BlankLog {

  /** What a syslog line must have, as it cannot be empty. */
  private static final FieldValue SYSLOG = FieldValue.of(
      Map.of("timestamp", "Jan 01 00:00:00", "host", "localhost", "application", "app"));

  private BlankLog() {}

  /** The record of a log, with values that the log patterns take. */
  static FieldValue record(LogSchema schema) {
    FieldValue blank = blank(schema.fields());
    FieldValue patterns = schema.option("log_patterns");
    FieldValue filled = schema.parser().equals("syslog") ? merge(blank, SYSLOG) : blank;
    return merge(filled, without(LogRecord.ENVELOPE_KEY, samples(patterns)));
  }

  /** The fields around the record, with values that the log patterns take. */
  static FieldValue envelope(LogSchema schema) {
    FieldValue patterns = schema.option("log_patterns").at(LogRecord.ENVELOPE_KEY);
    return merge(blank(schema.envelopeFields()), samples(patterns));
  }

  /** The empty values of the envelope, or of the record where there is none. */
  static FieldValue payload(LogSchema schema) {
    Map<String, FieldType> envelope = schema.envelopeFields();
    return blank(envelope.isEmpty() ? schema.fields() : envelope);
  }

  private static FieldValue blank(Map<String, FieldType> types) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    types.forEach((key, type) ->
        fields.put(key, type.fields().isEmpty() ? type.emptyValue() : blank(type.fields())));
    return FieldValue.map(fields);
  }

  /** A text for each pattern; of a list of them for the first. */
  private static FieldValue samples(FieldValue patterns) {
    Map<String, FieldValue> samples = new LinkedHashMap<>();
    patterns.fields().forEach((key, pattern) -> {
      if (pattern.kind() == Kind.MAP) {
        samples.put(key, samples(pattern));
      } else {
        samples.put(key, sample(pattern.elements().stream().findFirst().orElse(pattern)));
      }
    });
    return FieldValue.map(samples);
  }

  private static FieldValue sample(FieldValue pattern) {
    return FieldValue.of(pattern
        .asText()
        .replace("*", "")
        .replace('?', '_')
        .replaceAll("\\[!.[^\\]]*\\]", "_")
        .replaceAll("\\[(.)[^\\]]*\\]", "$1"));
  }

  private static FieldValue without(String key, FieldValue map) {
    Map<String, FieldValue> fields = new LinkedHashMap<>(map.fields());
    fields.remove(key);
    return FieldValue.map(fields);
  }

  /** Lays one value over another: maps key by key, all else in whole. */
  static FieldValue merge(FieldValue below, FieldValue above) {
    if (below.kind() != Kind.MAP || above.kind() != Kind.MAP) {
      return above;
    }
    Map<String, FieldValue> merged = new LinkedHashMap<>(below.fields());
    above.fields().forEach((key, value) -> merged.merge(key, value, BlankLog::merge));
    return FieldValue.map(merged);
  }
}
