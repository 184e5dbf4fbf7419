package io.streamalert.testkit;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a record as the parser of its schema reads it. */
final class SampleText {

  private final LogSchema schema;

  SampleText(LogSchema schema) {
    this.schema = schema;
  }

  /** The log of a record with the fields around it, of which those that were said come last. */
  String write(FieldValue record, FieldValue around, FieldValue said) {
    return switch (schema.parser()) {
      case "json" -> json(record, around, said).toJson();
      case "csv" -> csv(record, around, said);
      case "kv" -> pairs(record);
      case "syslog" -> syslog(record);
      default ->
        throw new IllegalArgumentException("No log of " + schema.type()
            + " can be written, as nothing is known of the parser " + schema.parser()
            + ". Write it yourself.");
    };
  }

  private FieldValue json(FieldValue record, FieldValue around, FieldValue said) {
    if (schema.jsonPath().isPresent()) {
      boolean embedded = schema.option("embedded_json").isTruthy();
      return atPath(embedded ? FieldValue.of(record.toJson()) : record, around, said);
    }
    String key = schema.option("json_regex_key").asString().orElse("");
    FieldValue log =
        key.isEmpty() ? record : FieldValue.of(Map.of(key, "sample: " + record.toJson()));
    return BlankLog.merge(BlankLog.merge(around, log), said);
  }

  private FieldValue atPath(FieldValue record, FieldValue around, FieldValue said) {
    FieldValue nested = NestingPath.of(schema).around(record);
    return nested.kind() == Kind.MAP
        ? BlankLog.merge(BlankLog.merge(around, nested), said)
        : nested;
  }

  private String csv(FieldValue record, FieldValue around, FieldValue said) {
    String row = row(schema.fields(), record);
    return schema.jsonPath().isPresent()
        ? atPath(FieldValue.of(row), around, said).toJson()
        : row;
  }

  /** The columns in the order of the schema; one that is a map is a row itself. */
  private String row(Map<String, FieldType> fields, FieldValue record) {
    return fields.entrySet().stream()
        .map(field -> quoted(cell(field.getValue(), record.at(field.getKey()))))
        .collect(Collectors.joining(option("delimiter", ",")));
  }

  private String cell(FieldType type, FieldValue value) {
    boolean map = type.emptyValue().kind() == Kind.MAP;
    // A map of anything is a row without columns.
    return map ? (type.fields().isEmpty() ? "\n" : row(type.fields(), value)) : text(value);
  }

  /** A list or map that is empty has no text, as every other one would fit no column. */
  private static String text(FieldValue value) {
    boolean container = value.kind() == Kind.LIST || value.kind() == Kind.MAP;
    return value.isMissing() || (container && !value.isTruthy()) ? "" : value.asText();
  }

  private String quoted(String cell) {
    String quote = option("quotechar", "\"");
    String escape = option("escapechar", "");
    List<String> special = List.of(quote, option("delimiter", ","), "\n", "\r", "\\");
    if (!cell.isEmpty() && special.stream().noneMatch(cell::contains)) {
      return cell;
    }
    String escaped = escape.isEmpty() ? cell : cell.replace(escape, escape + escape);
    return quote + escaped.replace(quote, quote + quote) + quote;
  }

  private String pairs(FieldValue record) {
    String delimiter = option("delimiter", " ");
    return schema.fields().keySet().stream()
        .map(key -> pair(key, text(record.at(key)), delimiter))
        .collect(Collectors.joining(delimiter));
  }

  private String pair(String key, String value, String delimiter) {
    if (value.contains(delimiter)) {
      throw new IllegalArgumentException("No log of " + schema.type()
          + " can be written, as the value of " + key + " holds the delimiter between pairs.");
    }
    return key + option("separator", "=") + value;
  }

  private static String syslog(FieldValue record) {
    return text(record.at("timestamp")) + ' ' + text(record.at("host")) + ' '
        + text(record.at("application")) + ": " + text(record.at("message"));
  }

  private String option(String name, String fallback) {
    return schema.option(name).textOr(fallback);
  }
}
