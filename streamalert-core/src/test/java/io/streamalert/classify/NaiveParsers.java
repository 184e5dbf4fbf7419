package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parsers of StreamAlert 3.5, written with regular expressions and simple loops. */
final class NaiveParsers {

  // Python's \w, \s and \d take more than Java's.
  private static final Pattern SYSLOG = Pattern.compile(
      "(\\w{3}\\s\\d{2}\\s(?:\\d{2}:?)+)\\s(\\w[\\w-]*)\\s(\\w+)(?:\\[\\w+\\])*: ([^\\n]*)\\n?"
          .replace("[\\w-]", "[\\p{L}\\p{N}_-]")
          .replace("\\w", "[\\p{L}\\p{N}_]")
          .replace("\\s", "[\\s\\x1c-\\x1f]"),
      Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPAN = Pattern.compile("(?d)\\{.+[:,].+\\}|\\[.+[:,].+\\]");

  private NaiveParsers() {}

  /** The candidates of a payload; empty ones are no record. */
  static List<Optional<FieldValue>> candidates(LogSchema schema, FieldValue data) {
    Optional<String> text = data.asString();
    return switch (schema.parser()) {
      case "json" -> json(schema, data);
      case "csv" -> csv(schema, data);
      case "kv" -> text.map(t -> List.of(pairs(schema, t))).orElse(List.of());
      case "syslog" -> text.map(t -> List.of(syslog(t))).orElse(List.of());
      default -> throw new AssertionError(schema.parser());
    };
  }

  private static List<Optional<FieldValue>> json(LogSchema schema, FieldValue data) {
    if (schema.option("json_path").isTruthy()) {
      boolean embedded = schema.option("embedded_json").isTruthy();
      return atPath(schema, data).stream()
          .map(value -> embedded ? value.asString().flatMap(NaiveParsers::map) : Optional.of(value))
          .toList();
    }
    if (schema.option("json_regex_key").isTruthy()) {
      FieldValue value = data.at(schema.option("json_regex_key").asText());
      Matcher span = SPAN.matcher(value.isTruthy() ? value.asText() : "");
      return List.of(span.find() ? map(span.group()) : Optional.empty());
    }
    return data.exists() ? List.of(Optional.of(data)) : List.of();
  }

  private static Optional<FieldValue> map(String json) {
    return new JsonReader(1_000).read(json).filter(value -> value.kind() == Kind.MAP);
  }

  /** What paths of the forms {@code [*]}, {@code a[*]} and {@code a[*].b} find. */
  private static List<FieldValue> atPath(LogSchema schema, FieldValue data) {
    String[] parts = schema.option("json_path").asText().split("\\[\\*\\]\\.?", -1);
    FieldValue list = parts[0].isEmpty() ? data : data.at(parts[0]);
    return list.elements().stream()
        .map(element -> parts[1].isEmpty() ? element : element.at(parts[1]))
        .filter(element -> !element.isMissing())
        .toList();
  }

  private static List<Optional<FieldValue>> csv(LogSchema schema, FieldValue data) {
    boolean inside = schema.option("json_path").isTruthy();
    List<Optional<FieldValue>> candidates = new ArrayList<>();
    for (FieldValue text : inside ? atPath(schema, data) : List.of(data)) {
      if (text.kind() == Kind.STRING) {
        candidates.addAll(rows(text.asText())
            .map(rows -> rows.stream().map(row -> record(row, schema.fields())).toList())
            .orElse(List.of(Optional.empty())));
      } else if (inside) {
        candidates.add(Optional.empty());
      }
    }
    return candidates;
  }

  /** Rows as the reader has them, which {@link PythonVectorsTest} checks; empty if it is no CSV. */
  private static Optional<List<List<String>>> rows(String text) {
    return new CsvDialect(',', '"', null).rows(text);
  }

  private static Optional<FieldValue> record(List<String> row, Map<String, FieldType> fields) {
    if (row.size() != fields.size()) {
      return Optional.empty();
    }
    Map<String, FieldValue> record = new LinkedHashMap<>();
    for (Map.Entry<String, FieldType> field : fields.entrySet()) {
      String cell = row.get(record.size());
      boolean nested = !List.of("string", "integer", "float", "boolean", "[]")
          .contains(field.getValue().toString());
      Optional<FieldValue> value = nested
          ? rows(cell)
              .flatMap(found -> found.stream().findFirst())
              .flatMap(r -> record(r, field.getValue().fields()))
          : Optional.of(FieldValue.of(cell));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      record.put(field.getKey(), value.get());
    }
    return Optional.of(FieldValue.map(record));
  }

  private static Optional<FieldValue> pairs(LogSchema schema, String text) {
    List<String> pieces =
        Arrays.stream(text.split(" ")).filter(piece -> !piece.isEmpty()).toList();
    List<String> keys = List.copyOf(schema.fields().keySet());
    if (pieces.size() != keys.size()) {
      return Optional.empty();
    }
    Map<String, FieldValue> record = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      String[] pair = pieces.get(i).split("=", 2);
      if (pair.length == 2) {
        record.put(record.containsKey(pair[0]) ? keys.get(i) : pair[0], FieldValue.of(pair[1]));
      }
    }
    return Optional.of(FieldValue.map(record));
  }

  private static Optional<FieldValue> syslog(String text) {
    Matcher line = SYSLOG.matcher(text);
    return line.matches()
        ? Optional.of(FieldValue.of(Map.of(
            "timestamp", line.group(1),
            "host", line.group(2),
            "application", line.group(3),
            "message", line.group(4))))
        : Optional.empty();
  }

  /** Whether all fields match one of their patterns. */
  static boolean matches(FieldValue patterns, FieldValue record, FieldValue envelope) {
    for (Map.Entry<String, FieldValue> pattern : patterns.fields().entrySet()) {
      boolean around = pattern.getKey().equals("streamalert:envelope_keys") && envelope.exists();
      FieldValue value = around ? envelope : record.at(pattern.getKey());
      if (!matchesOne(pattern.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesOne(FieldValue pattern, FieldValue value) {
    return switch (pattern.kind()) {
      case MAP -> matches(pattern, value, FieldValue.missing());
      case LIST -> pattern.elements().stream().anyMatch(p -> matchesOne(p, value));
      default ->
        value.kind() == Kind.STRING
            && Pattern.compile(regex(pattern.asText()), Pattern.DOTALL)
                .matcher(value.asText())
                .matches();
    };
  }

  private static String regex(String glob) {
    return glob.replace("*", ".*").replace("?", ".").replace("[!", "[^");
  }
}
