package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldValueTest {

  private static FieldValue json(String text) {
    return new JsonReader(1_000).read(text).orElseThrow();
  }

  @Test
  void readingNeverFails() {
    FieldValue value = json("{\"a\": {\"b\": [1, \"x\"]}, \"n\": null}");

    assertThat(value.at("a", "b").elements()).hasSize(2);
    assertThat(value.at("a", "b", "c").exists()).isFalse();
    assertThat(value.at("n", "x").isMissing()).isTrue();
    assertThat(value.at("n").isMissing()).isTrue();
    assertThat(value.at("n").exists()).isTrue();
    assertThat(value.at("zzz").is("x")).isFalse();
    assertThat(value.at("zzz").elements()).isEmpty();
    assertThat(value.at("zzz").fields()).isEmpty();
    assertThat(value.at("a").is("x")).isFalse();
    assertThat(FieldValue.missing().toJson()).isEqualTo("null");
  }

  @Test
  void oneAndTrueAreEqualAsInPython() {
    assertThat(json("[1, 1.0, true]")).isEqualTo(json("[true, 1, 1.0]"));
    assertThat(json("0")).isEqualTo(json("false")).isEqualTo(json("-0.0"));
    assertThat(json("1").is(true)).isFalse();
    assertThat(json("true").is(1)).isFalse();
  }

  @Test
  void largeNumbersStayExact() {
    String digits = "123456789012345678901234567890";
    assertThat(json(digits).toJson()).isEqualTo(digits);
    assertThat(json(digits)).isNotEqualTo(json("123456789012345678901234567891"));
    assertThat(json(digits).asLong()).isEmpty();
    assertThat(json(digits).asBigInteger()).contains(new BigInteger(digits));
    assertThat(json("9007199254740993")).isNotEqualTo(json("9007199254740992.0"));
    assertThat(json("1e400")).isNotEqualTo(json("1" + "0".repeat(400)));
    assertThat(json("1e400").toJson()).isEqualTo("1e400");
  }

  @Test
  void theLastOfSeveralMembersWins() {
    FieldValue twice = json("{\"a\": 1, \"b\": 2, \"\\u0061\": 3}");

    assertThat(twice.at("a").is(3)).isTrue();
    assertThat(twice.toJson()).isEqualTo("{\"a\":3,\"b\":2}");
    assertThat(twice).isEqualTo(FieldValue.of(Map.of("b", 2, "a", 3)));
  }

  @Test
  void notANumberIsWrittenAsText() {
    assertThat(json("[NaN, -Infinity]").toJson()).isEqualTo("[\"NaN\",\"-Infinity\"]");
    assertThat(FieldValue.of(Double.NaN).toJson()).isEqualTo("\"NaN\"");
  }

  @Test
  void loneSurrogatesSurvive() {
    FieldValue lone = json("\"\\ud800x\"");
    assertThat(lone.is("\ud800x")).isTrue();
    assertThat(FieldValue.of("\ud800x").toJson()).isEqualTo("\"\\ud800x\"");
  }

  @Test
  void aPartDoesNotKeepTheWhole() {
    FieldValue part = json("{\"big\": \"" + "x".repeat(10_000)
            + "\", \"small\": {\"k\": [1, \"v\"]}}")
        .at("small");
    TapeValue detached = (TapeValue) part.detached();

    assertThat(detached.tape().bytes).hasSizeLessThan(30);
    assertThat(detached.toJson()).isEqualTo("{\"k\":[1,\"v\"]}");
  }

  @Test
  void onlyJsonValuesAreTaken() {
    assertThatThrownBy(() -> FieldValue.of(new Object())).hasMessageContaining("java.lang.Object");
    assertThatThrownBy(() -> FieldValue.of(Map.of(1, 2))).hasMessageContaining("keys");
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    assertThatThrownBy(() -> FieldValue.of(itself)).hasMessageContaining("1000");
    assertThatThrownBy(() -> FieldValue.of("text").with("k", FieldValue.of(1)))
        .hasMessageContaining("STRING");
  }

  @Test
  void printingShowsNoContent() {
    assertThat(json("{\"password\": \"secret\"}")).hasToString("FieldValue[MAP]");
  }

  @Test
  void valuesAreCopies() {
    List<Object> list = new ArrayList<>(List.of(1));
    FieldValue value = FieldValue.of(list);
    list.add(2);
    assertThat(value.elements()).hasSize(1);
    assertThatThrownBy(() -> value.elements().add(FieldValue.of(3)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void textOrAFallback() {
    FieldValue value = FieldValue.parse("{\"name\": \"ann\", \"empty\": \"\", \"n\": 1}");

    assertThat(value.at("name").textOr("somebody")).isEqualTo("ann");
    assertThat(value.at("empty").textOr("somebody")).isEqualTo("somebody");
    assertThat(value.at("n").textOr("somebody")).isEqualTo("somebody");
    assertThat(value.at("none").textOr("somebody")).isEqualTo("somebody");
  }

  @Test
  void aKeyIsNoPath() {
    FieldValue value = FieldValue.parse("{\"a\": {\"b\": 1}, \"c.d\": 2}");

    assertThat(value.at("a.b").exists()).isFalse();
    assertThat(value.at("c.d").is(2)).isTrue();
  }

  @Test
  void badJsonIsRefusedWithItsPlaceButNotItsContent() {
    assertThatThrownBy(() -> FieldValue.parse("{\"password\": hunter2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("byte 13")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("password");
    assertThat(FieldValue.parse("[".repeat(1_000) + "]".repeat(1_000)).elements())
        .hasSize(1);
    assertThatThrownBy(() -> FieldValue.parse("[".repeat(1_001) + "]".repeat(1_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
