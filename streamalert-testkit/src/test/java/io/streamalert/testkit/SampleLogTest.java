package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.Classification;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleLogTest {

  private static final String TYPE = "acme:event";

  private final SampleLog sample = SampleLog.of(TYPE);

  @Test
  void hasTheEmptyValueOfEachFieldThatIsNotSaid() {
    LogSchema schema = fields().build();

    LogRecord record = classified(sample.override("{\"user\": \"ann\"}"), schema);

    assertThat(record.content().fields())
        .isEqualTo(FieldValue.parse("{\"user\":\"ann\",\"port\":0,\"tags\":[],\"any\":{},"
                + "\"inner\":{\"a\":\"\",\"b\":0.0}}")
            .fields());
  }

  @Test
  void mergesMapsAndReplacesAllElse() {
    LogSchema schema = fields().build();

    SampleLog more = sample
        .override("{\"any\": {\"a\": {\"b\": 1}, \"list\": [1]}}")
        .override(Map.of("any", Map.of("a", Map.of("c", 2), "list", List.of(2))));

    assertThat(more.fields(List.of(schema)).at("any"))
        .isEqualTo(FieldValue.parse("{\"a\":{\"b\":1,\"c\":2},\"list\":[2]}"));
    assertThat(sample.fields(List.of(schema)).at("any").fields()).isEmpty();
  }

  @Test
  void hasWhatLogPatternsAskFor() {
    LogSchema schema = fields()
        .option(
            "log_patterns",
            FieldValue.parse("{\"user\": [\"a*?[bc]x[!d]\", \"z\"], \"inner\": {\"a\": \"v1\"}}"))
        .build();

    assertThat(classified(sample, schema).at("inner", "a").asText()).isEqualTo("v1");
  }

  @Test
  void standsAtTheJsonPath() {
    LogSchema schema = fields().jsonPath("a.\"b c\"[*].d").build();

    assertThat(sample.override("{\"port\": 7}").text(List.of(schema)))
        .startsWith("{\"a\":{\"b c\":[{\"d\":{");
    assertThat(classified(sample, schema)).isNotNull();
  }

  @Test
  void isInsideItsEnvelope() {
    LogSchema schema = fields()
        .jsonPath("logs[*].message")
        .option("embedded_json", FieldValue.of(true))
        .option("envelope_keys", FieldValue.parse("{\"group\": \"string\", \"kind\": \"string\"}"))
        .option(
            "log_patterns",
            FieldValue.parse("{\"streamalert:envelope_keys\": {\"kind\": \"DATA\"}}"))
        .build();

    LogRecord record =
        classified(sample.override("{\"user\": \"ann\"}").envelope("{\"group\": \"g\"}"), schema);

    assertThat(record.at("user").asText()).isEqualTo("ann");
    assertThat(record.at("streamalert:envelope_keys"))
        .isEqualTo(FieldValue.of(Map.of("group", "g", "kind", "DATA")));
  }

  @Test
  void standsInTheTextOfAField() {
    LogSchema schema = fields()
        .option("json_regex_key", FieldValue.of("message"))
        .option("envelope_keys", FieldValue.parse("{\"host\": \"string\"}"))
        .build();

    LogRecord record =
        classified(sample.override("{\"user\": \"a}b\"}").envelope(Map.of("host", "h")), schema);

    assertThat(record.at("user").asText()).isEqualTo("a}b");
  }

  @Test
  void isARowOfCsv() {
    LogSchema schema = LogSchema.named(TYPE)
        .parser("csv")
        .option("delimiter", FieldValue.of(";"))
        .option("escapechar", FieldValue.of("\\"))
        .field("text", FieldType.string())
        .field("row", FieldType.map(Map.of("one", FieldType.string())))
        .field("any", FieldType.any())
        .field("list", FieldType.list())
        .field("last", FieldType.integer())
        .build();
    String text = "semicolon; \"quote\"; back\\slash; line\nbreak";

    LogRecord record = classified(
        sample.override(Map.of("text", text, "row", Map.of("one", text), "last", 3)), schema);

    assertThat(record.at("text").asText()).isEqualTo(text);
    assertThat(record.at("row", "one").asText()).isEqualTo(text);
    assertThat(record.at("last").is(3)).isTrue();
  }

  @Test
  void isCsvAtAJsonPath() {
    LogSchema schema = LogSchema.named(TYPE)
        .parser("csv")
        .jsonPath("rows[*]")
        .field("a", FieldType.string())
        .field("b", FieldType.string())
        .build();

    assertThat(sample.override("{\"a\": \"x,y\"}").text(List.of(schema)))
        .isEqualTo("{\"rows\":[\"\\\"x,y\\\",\\\"\\\"\"]}");
    assertThat(classified(sample, schema)).isNotNull();
  }

  @Test
  void isATextOfKeysAndValues() {
    LogSchema schema = LogSchema.named(TYPE)
        .parser("kv")
        .field("user", FieldType.string())
        .field("port", FieldType.integer())
        .build();

    assertThat(sample.override("{\"user\": \"a=b\"}").text(List.of(schema)))
        .isEqualTo("user=a=b port=0");
    assertThat(classified(sample.override("{\"port\": 22}"), schema).at("port").is(22))
        .isTrue();
    assertThatThrownBy(() -> sample.override("{\"user\": \"a b\"}").text(List.of(schema)))
        .hasMessageContaining("the value of user holds the delimiter");
  }

  @Test
  void isALineOfSyslog() {
    LogSchema schema = LogSchema.named(TYPE)
        .parser("syslog")
        .field("timestamp", FieldType.string())
        .field("host", FieldType.string())
        .field("application", FieldType.string())
        .field("message", FieldType.string())
        .build();

    LogRecord record = classified(sample.override("{\"message\": \"session opened\"}"), schema);

    assertThat(record.at("message").asText()).isEqualTo("session opened");
    assertThat(record.at("host").asText()).isEqualTo("localhost");
  }

  @Test
  void saysWhyItCannotBeWritten() {
    LogSchema other = LogSchema.named("acme:events").build();
    LogSchema path = fields().jsonPath("a[?b]").build();
    LogSchema parser = fields().parser("xml").build();

    assertThatThrownBy(() -> sample.text(List.of(other)))
        .hasMessage("There is no schema of the log type acme:event. Did you mean \"acme:events\"?");
    assertThatThrownBy(() -> sample.text(List.of(path))).hasMessageContaining("its json_path");
    assertThatThrownBy(() -> sample.text(List.of(parser))).hasMessageContaining("the parser xml");
    assertThatThrownBy(() -> sample.override("[1]"))
        .hasMessage("A JSON map of fields is needed, not a LIST");
  }

  @Test
  void ofAnOverrideRecordIsTheEnvelopeAlone() {
    LogSchema schema = fields()
        .jsonPath("logs[*]")
        .option("envelope_keys", FieldValue.parse("{\"group\": \"string\", \"id\": \"integer\"}"))
        .build();

    assertThat(SampleLog.overrideRecord(schema, Map.of("id", 3)))
        .isEqualTo(FieldValue.of(Map.of("group", "", "id", 3)));
    assertThat(SampleLog.overrideRecord(fields().build(), Map.of()).fields())
        .containsOnlyKeys("user", "port", "tags", "any", "inner");
  }

  @Test
  void tellsItsTypeAndKeysButNoValue() {
    assertThat(sample.override("{\"user\": \"secret\"}"))
        .hasToString("SampleLog[acme:event, [user]]");
  }

  private static LogSchema.Builder fields() {
    return LogSchema.named(TYPE)
        .field("user", FieldType.string())
        .field("port", FieldType.integer())
        .optionalField("tags", FieldType.list())
        .field("any", FieldType.any())
        .field("inner", FieldType.map(Map.of("a", FieldType.string(), "b", FieldType.floating())));
  }

  private static LogRecord classified(SampleLog sample, LogSchema schema) {
    Classification outcome = Classifier.builder()
        .schemas(List.of(schema))
        .build()
        .classify(sample.toRawLog(List.of(schema)));
    assertThat(outcome.deadLetters()).isEmpty();
    assertThat(outcome.records()).hasSize(1);
    return outcome.records().get(0);
  }
}
