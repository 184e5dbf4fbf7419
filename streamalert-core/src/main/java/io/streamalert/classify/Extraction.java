package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * How the candidate records of a schema are taken out of a payload. Schemas with equal extractions
 * share the work. Thread-safe.
 */
interface Extraction {

  List<Candidate> from(Payload payload);

  /** Why there is no candidate in a payload. */
  String nothing(Payload payload);

  /** What payloads it is worth trying on. */
  Takes takes();

  /**
   * The extraction of a schema's parser.
   *
   * @throws IllegalArgumentException if there is no such parser or its options are wrong
   */
  static Extraction of(LogSchema schema) {
    return switch (schema.parser()) {
      case "json" -> json(schema);
      case "csv" -> new CsvRows(schema, recordsAt(schema));
      case "kv" -> new KeyValuePairs(schema);
      case "syslog" -> new SyslogLine();
      default ->
        throw new IllegalArgumentException("there is no parser \"" + schema.parser() + "\"");
    };
  }

  private static Extraction json(LogSchema schema) {
    Optional<RecordsAtPath> path = recordsAt(schema);
    if (path.isPresent()) {
      boolean embedded = schema.option("embedded_json").isTruthy();
      return embedded ? new EmbeddedJson(path.get()) : path.get();
    }
    Optional<String> key = new ParserOptions(schema).text("json_regex_key");
    if (key.isPresent()) {
      return new JsonInText(key.get());
    }
    return schema.fields().isEmpty() ? new Anything() : new WholePayload();
  }

  private static Optional<RecordsAtPath> recordsAt(LogSchema schema) {
    return new ParserOptions(schema)
        .text("json_path")
        .map(path -> new RecordsAtPath(path, RecordPath.compile(path)));
  }

  /** Why a payload that is not JSON gives nothing. */
  static String notJson(Payload payload) {
    return "is not JSON: " + payload.jsonProblem();
  }
}
