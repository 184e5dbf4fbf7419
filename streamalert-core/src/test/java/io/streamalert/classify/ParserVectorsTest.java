package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.testing.ConformanceData;
import io.streamalert.testing.PythonJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of StreamAlert's own unit tests of its parsers, with what it answered. */
class ParserVectorsTest {

  private static final LogSource SOURCE = LogSource.of("kinesis", "vectors");

  @Test
  void parsersAnswerAsInStreamAlert() {
    List<FieldValue> vectors = vectors().filter(v -> v.at("parser").exists()).toList();
    assertThat(vectors).hasSize(22);
    for (FieldValue vector : vectors) {
      Classification outcome = classify(vector);
      assertThat(
              outcome.records().stream().map(r -> PythonJson.write(r.content())).toList())
          .as(vector.at("test").asText())
          .isEqualTo(records(vector));
    }
  }

  private static Stream<FieldValue> vectors() {
    return ConformanceData.lines("streamalert/parser_vectors.jsonl").map(FieldValue::parse);
  }

  private static Classification classify(FieldValue vector) {
    LogSchema schema = schema(
        vector.at("parser").asText(),
        vector.at("options", "schema"),
        vector.at("options", "configuration"));
    FieldValue data = vector.at("data");
    FieldValue bytes = data.at("__bytes__");
    String text = data.kind() == Kind.STRING
        ? data.asText()
        : bytes.exists() ? bytes.asText() : data.toJson();
    return Classifier.builder()
        .schemas(List.of(schema))
        .build()
        .classify(RawLog.of(SOURCE, Position.of("test"), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LogSchema schema(String parser, FieldValue fields, FieldValue configuration) {
    List<FieldValue> optional = configuration.at("optional_top_level_keys").elements();
    LogSchema.Builder schema = LogSchema.named("t").parser(parser);
    fields.fields().forEach((key, type) -> {
      FieldType fieldType = FieldType.declared(type).orElseThrow();
      if (optional.contains(FieldValue.of(key))) {
        schema.optionalField(key, fieldType);
      } else {
        schema.field(key, fieldType);
      }
    });
    configuration.fields().forEach(schema::option);
    return schema.build();
  }

  private static List<String> records(FieldValue vector) {
    Stream<FieldValue> records = vector.at("unit").is("_parse")
        ? vector.at("result").elements().stream()
            .filter(pair -> pair.elements().get(1).is(true))
            .map(pair -> pair.elements().get(0))
        : vector.at("parsed_records").elements().stream();
    return records.map(PythonJson::write).toList();
  }

  @Test
  void checksAnswerAsInStreamAlert() {
    List<FieldValue> vectors = vectors().filter(v -> v.at("args").exists()).toList();
    assertThat(vectors).hasSize(11);
    for (FieldValue vector : vectors) {
      FieldValue record = vector.at("args", "record");
      LogSchema.Builder all = LogSchema.named("t");
      LogSchema schema = vector.at("args", "schema").exists()
          ? schema("json", vector.at("args", "schema"), FieldValue.missing())
          : all.option("log_patterns", vector.at("args", "log_patterns")).build();
      Classification outcome = Classifier.builder()
          .schemas(List.of(schema))
          .build()
          .classify(RawLog.of(SOURCE, Position.of("test"), record.toJson()));
      assertThat(outcome.isClassified())
          .as(vector.at("test").asText())
          .isEqualTo(vector.at("result").is(true));
      outcome
          .records()
          .forEach(r -> assertThat(PythonJson.write(r.content()))
              .isEqualTo(PythonJson.write(vector.at("args_after", "record"))));
    }
  }
}
