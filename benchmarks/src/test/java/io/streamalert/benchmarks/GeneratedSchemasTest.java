package io.streamalert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunitySchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedSchemasTest {

  private static final List<LogSchema> KNOWN = CommunitySchemas.all();
  private static final List<LogSchema> SCHEMAS = new GeneratedSchemas(KNOWN, 1).make(640);

  @Test
  void areTheSameForASeed() {
    assertThat(describe(new GeneratedSchemas(KNOWN, 1).make(640))).isEqualTo(describe(SCHEMAS));
    assertThat(describe(new GeneratedSchemas(KNOWN, 2).make(640))).isNotEqualTo(describe(SCHEMAS));
  }

  private static List<String> describe(List<LogSchema> schemas) {
    return schemas.stream()
        .map(s -> s.type()
            + s.parser()
            + s.fields()
            + s.optionalFields()
            + s.options().keySet())
        .toList();
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(SCHEMAS.stream().map(LogSchema::type).distinct()).hasSize(640);
  }

  @Test
  void haveTenToSeventyKeysSomeOfThemThoseOfOthers() {
    Set<String> known = new HashSet<>();
    KNOWN.forEach(schema -> known.addAll(schema.fields().keySet()));

    assertThat(SCHEMAS).allSatisfy(schema -> {
      assertThat(schema.fields()).hasSizeBetween(10, 70);
      assertThat(schema.fields().keySet()).containsAnyElementsOf(known);
    });
  }

  @Test
  void areOfAllShapes() {
    Map<String, Long> parsers =
        SCHEMAS.stream().collect(Collectors.groupingBy(LogSchema::parser, Collectors.counting()));

    assertThat(parsers).containsOnlyKeys("json", "csv", "kv");
    assertThat(SCHEMAS.stream().flatMap(schema -> schema.jsonPath().stream()).distinct())
        .hasSize(12);
    assertThat(having("log_patterns")).isCloseTo(109, within(30L));
    assertThat(having("envelope_keys")).isPositive();
  }

  private static long having(String option) {
    return SCHEMAS.stream().filter(schema -> schema.option(option).exists()).count();
  }
}
