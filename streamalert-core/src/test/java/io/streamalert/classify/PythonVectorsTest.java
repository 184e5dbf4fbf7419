package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What CPython 3.11 answers for random texts: its {@code csv} and {@code fnmatch} modules, and the
 * regular expressions of StreamAlert. {@code make_vectors.py} beside the vectors makes them.
 */
class PythonVectorsTest {

  @ParameterizedTest
  @CsvSource({"csv, 600", "glob, 2400", "span, 800", "syslog, 800"})
  void answersAreThoseOfPython(String name, int count) throws IOException {
    List<FieldValue> vectors = vectors(name);
    assertThat(vectors).hasSize(count);
    for (FieldValue vector : vectors) {
      List<FieldValue> parts = vector.elements();
      FieldValue expected = parts.get(parts.size() - 1);
      assertThat(answer(name).apply(parts)).as(vector.toJson()).isEqualTo(expected);
    }
  }

  private static List<FieldValue> vectors(String name) throws IOException {
    try (InputStream in =
        PythonVectorsTest.class.getResourceAsStream("python/" + name + ".jsonl")) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(FieldValue::parse).toList();
    }
  }

  private static Function<List<FieldValue>, FieldValue> answer(String name) {
    return switch (name) {
      case "csv" ->
        parts -> FieldValue.of(new CsvDialect(',', '"', parts.get(1).isNull() ? null : '\\')
            .rows(parts.get(0).asText())
            .orElse(null));
      case "glob" ->
        parts -> FieldValue.of(Condition.value().glob(parts.get(0).asText()).test(parts.get(1)));
      case "span" ->
        parts -> FieldValue.of(JsonInText.span(parts.get(0).asText()).orElse(null));
      default ->
        parts -> FieldValue.of(new SyslogReader(parts.get(0).asText())
            .read()
            .map(fields -> List.copyOf(fields.values()))
            .orElse(null));
    };
  }
}
