package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversion table, row by row. Quotes in the tables are apostrophes. */
class TypeConversionTest {

  private static FieldValue json(String text) {
    return new JsonReader(100).read(text.replace('\'', '"')).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "0", "0.0", "false", "[]", "{}"})
  void whatIsFalsyFitsEveryTypeUnchanged(String falsy) {
    for (FieldType type : new FieldType[] {
      FieldType.string(),
      FieldType.integer(),
      FieldType.floating(),
      FieldType.bool(),
      FieldType.list(),
      FieldType.any()
    }) {
      FieldValue value = json(falsy);
      assertThat(TypeConversion.convert(type, value)).isSameAs(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "string; 'x'; 'x'",
        "string; true; 'True'",
        "string; 1.5; '1.5'",
        "string; 1e20; '1e+20'",
        "integer; ' 12 '; 12",
        "integer; '+12'; 12",
        "integer; '-12'; -12",
        "integer; '1_000'; 1000",
        "integer; '\u0661\u0662'; 12",
        "integer; 1.9; 1",
        "integer; -1.9; -1",
        "integer; true; 1",
        "integer; 123456789012345678901234567890; 123456789012345678901234567890",
        "integer; 1e20; 100000000000000000000",
        "integer; '\u00a07\u00a0'; 7",
        "float; '1.5'; 1.5",
        "float; ' 1e3 '; 1000.0",
        "float; '.5'; 0.5",
        "float; '5.'; 5.0",
        "float; '1_0.5'; 10.5",
        "float; 5; 5.0",
        "float; true; 1.0",
        "boolean; 'TRUE'; true",
        "boolean; 'true'; true",
        "boolean; ' true'; false",
        "boolean; '1'; false",
        "boolean; 1; false",
        "boolean; 'yes'; false",
        "boolean; [1]; false"
      })
  void convertsWhatCanBeConverted(String type, String from, String to) {
    FieldValue converted = TypeConversion.convert(FieldType.of(type).orElseThrow(), json(from));
    assertThat(converted).isNotNull();
    assertThat(converted.toJson()).isEqualTo(json(to).toJson());
    assertThat(converted.kind()).isEqualTo(json(to).kind());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ';',
      value = {
        "integer; '1.0'",
        "integer; '1e3'",
        "integer; '0x10'",
        "integer; 'abc'",
        "integer; '1__0'",
        "integer; '_1'",
        "integer; NaN",
        "integer; Infinity",
        "integer; [1]",
        "integer; {'a': 1}",
        "float; 'abc'",
        "float; [1]",
        "float; {'a': 1}",
        "float; '.'",
        "float; '1__0'",
        "float; 'e5'"
      })
  void refusesWhatCannot(String type, String from) {
    assertThat(TypeConversion.convert(FieldType.of(type).orElseThrow(), json(from)))
        .isNull();
  }

  @Test
  void namesOfNonFiniteFloatsAreFloats() {
    for (String text : new String[] {"'nan'", "' -INF '", "'Infinity'"}) {
      FieldValue converted = TypeConversion.convert(FieldType.floating(), json(text));
      assertThat(converted).isNotNull();
      assertThat(converted.kind()).isEqualTo(FieldValue.Kind.FLOAT);
    }
  }

  @Test
  void aListTakesListsOnlyAndAnyTakesAll() {
    assertThat(TypeConversion.convert(FieldType.list(), json("'x'"))).isNull();
    assertThat(TypeConversion.convert(FieldType.list(), json("[1]"))).isEqualTo(json("[1]"));
    assertThat(TypeConversion.convert(FieldType.any(), json("'x'"))).isEqualTo(json("'x'"));
  }

  @Test
  void aTypedMapHasExactlyItsKeys() {
    FieldType map = FieldType.map(Map.of("n", FieldType.integer()));

    assertThat(TypeConversion.convert(map, json("{'n': '5'}"))).isEqualTo(json("{'n': 5}"));
    assertThat(TypeConversion.convert(map, json("{'n': 'x'}"))).isNull();
    assertThat(TypeConversion.convert(map, json("{'n': 5, 'm': 1}"))).isNull();
    assertThat(TypeConversion.convert(map, json("{}"))).isNull();
    assertThat(TypeConversion.convert(map, json("null"))).isNull();
  }
}
