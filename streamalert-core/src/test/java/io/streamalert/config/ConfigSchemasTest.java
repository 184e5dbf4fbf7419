package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas that ship: complete, for readers and editors, and without expressions. */
class ConfigSchemasTest {

  private static final Set<String> STATUSES =
      Set.of("honoured", "checked", "ignored", "quiet", "refused");

  private final ConfigSchemas schemas = new ConfigSchemas();

  static Stream<String> kinds() {
    return ConfigSchemas.KINDS.stream();
  }

  static Stream<String> documents() {
    return Stream.concat(kinds(), Stream.of("functions"));
  }

  /** The validator refuses keywords it was not told of, so none of them is a pattern. */
  @ParameterizedTest
  @MethodSource("kinds")
  void compilesAndTakesAnEmptyFile(String kind) {
    SchemaValidator validator = new SchemaValidator(schemas);
    assertThatCode(() -> validator.check(kind, FieldValue.of(Map.of()))).doesNotThrowAnyException();
    assertThat(validator.check(kind, FieldValue.of(List.of()))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void saysWhatItIs(String kind) {
    FieldValue document = schemas.document(kind + ConfigSchemas.SUFFIX);
    assertThat(document.at("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(document.at("title").asText()).isNotBlank();
    assertThat(document.at("description").asText()).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void saysWhatEachKeyIsAndWhatBecomesOfIt(String kind) {
    List<String> faults = new ArrayList<>();
    visit(schemas.document(kind + ConfigSchemas.SUFFIX), "", faults);
    assertThat(faults).isEmpty();
  }

  /** Files of schemas are long, so they are not searched for keys that do nothing. */
  @Test
  void noKeyOfALogTypeIsIgnored() {
    assertThat(schemas.document("schemas" + ConfigSchemas.SUFFIX).toJson())
        .doesNotContain("\"ignored\"");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void hasNoRegularExpression(String kind) {
    assertThat(schemas.document(kind + ConfigSchemas.SUFFIX).toJson())
        .doesNotContain("\"pattern\"", "\"patternProperties\"", "\"format\"");
  }

  private static void visit(FieldValue schema, String path, List<String> faults) {
    schema.at("properties").fields().forEach((key, value) -> {
      boolean described =
          value.at("$ref").exists() || value.at("description").asText().endsWith(".");
      if (!described) {
        faults.add(path + "/" + key + " has no description");
      }
      visit(value, path + "/" + key, faults);
    });
    for (String keyword : List.of("additionalProperties", "items")) {
      visitNested(schema.at(keyword), path + "/" + keyword, faults);
    }
    schema
        .at("$defs")
        .fields()
        .forEach((key, value) -> visit(value, path + "/$defs/" + key, faults));
    FieldValue status = schema.at("x-streamalert", "status");
    if (status.exists() && !STATUSES.contains(status.asText())) {
      faults.add(path + " has an odd status");
    }
  }

  private static void visitNested(FieldValue schema, String path, List<String> faults) {
    if (schema.kind() == FieldValue.Kind.MAP) {
      visit(schema, path, faults);
    }
  }
}
