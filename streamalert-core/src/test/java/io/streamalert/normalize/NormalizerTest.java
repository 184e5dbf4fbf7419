package io.streamalert.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apostrophes in the JSON of these tests stand for quotes. */
class NormalizerTest {

  private static final LogType TYPE = LogType.of("acme:login");

  private static FieldValue json(String text) {
    return new JsonReader(100).read(text.replace('\'', '"')).orElseThrow();
  }

  private static LogRecord normalize(String configuration, String record) {
    Normalizer normalizer = Normalizer.of(Map.of(TYPE, json(configuration)));
    return normalizer.normalize(LogRecord.builder(TYPE, json(record)).build());
  }

  private static FieldValue result(String configuration, String record) {
    return normalize(configuration, record).at(LogRecord.NORMALIZATION_KEY);
  }

  @Test
  void aListOfKeysIsOnePath() {
    LogRecord record = normalize("{'user': ['a', 'b'], 'other': ['c']}", "{'a': {'b': 5}}");

    assertThat(record.at(LogRecord.NORMALIZATION_KEY))
        .isEqualTo(FieldValue.of(Map.of(
            "user", json("[{'function': null, 'values': ['5']}]"),
            "streamalert_record_id", record.id().toString())));
    assertThat(record.id()).isEqualTo(record.with("x", FieldValue.of(1)).id());
  }

  @Test
  void severalPlacesGiveSeveralEntries() {
    String configuration =
        "{'ip': [{'path': ['src'], 'function': 'source'}, {'path': ['dst'], 'send_to_artifacts': false}]}";
    LogRecord record = normalize(configuration, "{'src': ['192.0.2.1', 7], 'dst': true}");

    assertThat(record.at(LogRecord.NORMALIZATION_KEY, "ip"))
        .isEqualTo(json("[{'function': 'source', 'values': ['192.0.2.1', 7]},"
            + " {'function': null, 'values': ['True'], 'send_to_artifacts': false}]"));
    assertThat(NormalizedValue.valuesOf(record, "ip"))
        .containsExactly(FieldValue.of("192.0.2.1"), FieldValue.of(7), FieldValue.of("True"));
    assertThat(NormalizedValue.valuesOf(record, "none")).isEmpty();
    assertThat(Artifact.allOf(record))
        .extracting(Artifact::value)
        .containsExactly("192.0.2.1", "7");
    assertThat(Artifact.allOf(record).get(0).toJson())
        .isEqualTo("{\"function\":\"source\",\"streamalert_record_id\":\"" + record.id()
            + "\",\"source_type\":\"acme:login\",\"type\":\"ip\",\"value\":\"192.0.2.1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "{'a': {'b': 0}}",
        "{'a': {'b': ''}}",
        "{'a': {'b': []}}",
        "{'a': 'text'}",
        "{'a': [{'b': 1}]}",
        "{'a': null}",
        "{}"
      })
  void whatIsFalsyOrNotThereIsNothing(String record) {
    assertThat(result("{'user': ['a', 'b']}", record)).isEqualTo(FieldValue.of(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "'is': 'root'; true",
        "'is': 'Root'; false",
        "'is_not': 'root'; false",
        "'is_not': 'x'; true",
        "'in': ['root', 'x']; true",
        "'in': 'a root b'; true",
        "'in': ['x']; false",
        "'not_in': ['x']; true",
        "'contains': 'oo'; true",
        "'contains': 'x'; false",
        "'not_contains': 'x'; true",
        "'is': '', 'contains': 'oo'; true",
        "'is': 'root', 'contains': 'x'; true",
        "'equals': 'root'; false"
      })
  void conditionsDecide(String operators, boolean holds) {
    String configuration =
        "{'user': [{'path': ['u'], 'condition': {'path': ['type'], " + operators + "}}]}";
    assertThat(result(configuration, "{'u': 'x', 'type': 'ROOT'}").at("user").exists())
        .isEqualTo(holds);
    assertThat(result(configuration, "{'u': 'x'}").at("user").exists()).isFalse();
  }

  @Test
  void anEmptyPathFindsNothing() {
    assertThat(result("{'user': [], 'ip': [{'path': []}]}", "{'u': 'x', '': 'y'}"))
        .isEqualTo(FieldValue.of(Map.of()));
  }

  @Test
  void aFunctionThatIsNoTextHasATextForm() {
    LogRecord record = normalize("{'user': [{'path': ['u'], 'function': 5}]}", "{'u': 'x'}");

    assertThat(NormalizedValue.allOf(record).get(0).function()).contains("5");
    assertThat(Artifact.allOf(record).get(0).function()).isEqualTo("5");
  }

  @Test
  void otherLogTypesStayAsTheyAre() {
    LogRecord other = LogRecord.builder(LogType.of("x"), json("{'a': 1}")).build();
    assertThat(Normalizer.of(Map.of(TYPE, json("{'user': ['a']}"))).normalize(other))
        .isSameAs(other);
    assertThat(Normalizer.of(Map.of()).normalize(other)).isSameAs(other);
  }

  @Test
  void badConfigurationsAreRefusedTogether() {
    String bad =
        "{'a': 'text', 'b': ['x', {'path': ['y']}], 'c': [{'path': ['y'], 'functon': 'z'}], 'd': [{'function': 'z'}], 'e': {}, 'f': [{'path': ['y'], 'condition': 'z'}]}";
    assertThatThrownBy(() -> normalize(bad, "{}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("to a is neither")
        .hasMessageContaining("to b is neither")
        .hasMessageContaining("Did you mean \"function\"?")
        .hasMessageContaining("to d has no path")
        .hasMessageContaining("to e is neither")
        .hasMessageContaining("to f has a condition that is no map");
    assertThatThrownBy(() -> normalize("['a']", "{}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("The normalization of acme:login is no map");
  }
}
