package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever the bytes are: no parser throws, and no byte is lost. */
class ParserFuzzTest {

  private static final Map<String, FieldType> FIELDS = new TreeMap<>(Map.of(
      "a", FieldType.string(),
      "b", FieldType.integer()));

  /** Every parser with each of its options. */
  private static final List<LogSchema> SCHEMAS = numbered(
      schema("json"),
      SchemaParts.schema("t", "json", Map.of(), List.of(), List.of()),
      schema("json", "json_path", "Records[*]"),
      schema("json", "json_path", "logs[?b > `1`].{a: a, b: b} | [0:2]"),
      schema("json", "json_path", "logs[*]", "embedded_json", true),
      schema("json", "json_regex_key", "a"),
      schema(
          "json",
          "json_path",
          "logs[*]",
          "envelope_keys",
          Map.of("e", "string", "f", Map.of("g", "integer")),
          "optional_envelope_keys",
          List.of("f")),
      schema("json", "log_patterns", Map.of("a", List.of("*[!x]?", "y*"), "b", "*")),
      schema("csv"),
      schema("csv", "delimiter", "|", "quotechar", "'", "escapechar", "\\"),
      schema("csv", "json_path", "logs[*]", "log_patterns", Map.of("a", "*x*")),
      SchemaParts.schema(
          "t",
          "csv",
          new TreeMap<>(Map.of("a", FieldType.map(FIELDS), "b", FieldType.list())),
          List.of(),
          List.of()),
      schema("kv"),
      schema("kv", "delimiter", "; ", "separator", ":="),
      schema("syslog"));

  private static final List<Classifier> CLASSIFIERS = Stream.concat(
          SCHEMAS.stream().map(List::of), Stream.of(SCHEMAS))
      .map(schemas -> Classifier.builder().schemas(schemas).build())
      .toList();

  private static final List<LogSource> SOURCES =
      List.of(LogSource.of("s3", "fuzz"), LogSource.of("kinesis", "fuzz"));

  private static LogSchema schema(String parser, Object... options) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put((String) options[i], options[i + 1]);
    }
    return SchemaParts.schema("t", parser, FIELDS, List.of("b"), List.of(map));
  }

  private static List<LogSchema> numbered(LogSchema... schemas) {
    return IntStream.range(0, schemas.length)
        .mapToObj(i -> SchemaParts.named("t:" + i, schemas[i]))
        .toList();
  }

  /** The first byte chooses the schema, from {@code a} on, or all of them; the second the source. */
  @FuzzTest(maxDuration = "30s")
  void everyRawLogHasOneOutcome(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int choice = Math.floorMod(bytes[0] - 'a', CLASSIFIERS.size());
    LogSource source = SOURCES.get(bytes[1] & 1);
    byte[] payload = Arrays.copyOfRange(bytes, 2, bytes.length);
    RawLog log = RawLog.of(source, Position.of("fuzz", "1"), payload);

    List<Classification> outcomes = CLASSIFIERS.get(choice).classify(List.of(log));

    assertThat(outcomes).singleElement();
    OutcomeLaws.check(log, outcomes.get(0));
    assertThat(CLASSIFIERS.get(choice).explain(log))
        .hasSize(choice == SCHEMAS.size() ? SCHEMAS.size() : 1);
  }
}
