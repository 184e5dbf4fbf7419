package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Vectors that CPython 3.11 wrote: str() of values, repr() of floats. */
class PythonTextTest {

  private static List<String> resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(PythonTextTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void floatsAreThoseOfPython() throws IOException {
    List<String> vectors = resource("float-repr.csv");
    assertThat(vectors).hasSizeGreaterThan(400);
    for (String vector : vectors.subList(1, vectors.size())) {
      String[] cells = vector.split(",");
      double number = Double.longBitsToDouble(Long.parseUnsignedLong(cells[0], 16));
      assertThat(PythonText.repr(number, "nan", "inf")).isEqualTo(cells[1]);
    }
  }

  @Test
  void textFormsAreThoseOfPython() throws IOException {
    JsonReader reader = new JsonReader(100);
    List<String> vectors = resource("text-forms.jsonl");
    assertThat(vectors).hasSizeGreaterThan(15);
    for (String vector : vectors) {
      FieldValue line = reader.read(vector).orElseThrow();
      assertThat(line.at("value").asText()).isEqualTo(line.at("text").asString().orElseThrow());
      assertThat(FieldValue.of(line.at("value").toJava()).asText())
          .isEqualTo(line.at("text").asString().orElseThrow());
    }
  }

  @Test
  void nonFiniteFloatsHaveTheirNames() {
    assertThat(FieldValue.of(Double.NaN).asText()).isEqualTo("nan");
    assertThat(FieldValue.of(Double.NEGATIVE_INFINITY).asText()).isEqualTo("-inf");
    assertThat(FieldValue.missing().asText()).isEmpty();
  }
}
