package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericPublishersTest {

  private static final String NESTED = """
      {"password":"p","a":{"b":[{"c":1,"user_password":"q"},2,[]],"e":{}},\
      "streamalert_normalization":{"c":9,"ip":["192.0.2.1"]}}""";

  private static String publish(String name, Map<String, Object> context, String previous) {
    Map<String, FieldValue> values = FieldValue.of(context).fields();
    Alert alert = Alert.builder("a_rule", LogRecord.of("acme:login", "{\"u\":1}"), Instant.EPOCH)
        .context(values)
        .build();
    Publication given = Publication.of(FieldValue.parse(previous).fields());
    return GenericPublishers.byName().get(name).publish(alert, given).toJson();
  }

  private static String publish(String name, String previous) {
    return publish(name, Map.of(), previous);
  }

  @Test
  void addRecordSetsTheRecord() {
    assertThat(publish("add_record", "{\"a\":1,\"record\":0}"))
        .isEqualTo("{\"a\":1,\"record\":{\"u\":1}}");
  }

  @Test
  void blankIsEmpty() {
    assertThat(publish("blank", NESTED)).isEqualTo("{}");
  }

  @Test
  void internalFieldsAreThoseOfTheTopOnly() {
    assertThat(publish(
            "remove_internal_fields",
            "{\"staged\":true,\"publishers\":{},\"outputs\":[],\"record\":{\"outputs\":1}}"))
        .isEqualTo("{\"record\":{\"outputs\":1}}");
  }

  @Test
  void fieldsAreRemovedAtAnyDepthWhereAnExpressionIsFoundInTheKey() {
    assertThat(publish(
            "remove_fields", Map.of("remove_fields", List.of("password$", "^[be]$")), NESTED))
        .isEqualTo("{\"a\":{},\"streamalert_normalization\":{\"c\":9,\"ip\":[\"192.0.2.1\"]}}");
    assertThat(publish("remove_fields", Map.of("remove_fields", "(?i)PASS"), NESTED))
        .doesNotContain("password")
        .contains("{\"c\":1}");
  }

  @Test
  void withoutExpressionsNothingIsRemoved() {
    assertThat(publish("remove_fields", NESTED)).isEqualTo(NESTED);
    assertThat(publish("remove_fields", Map.of("remove_fields", List.of(1, Map.of())), NESTED))
        .isEqualTo(NESTED);
  }

  @Test
  void anExpressionThatCannotBeUsedHidesAllButTheAlert() {
    String previous = "{\"id\":\"i\",\"rule_name\":\"r\",\"record\":{\"id\":1}}";

    for (String expression : List.of("a(", "(?=x)", "(.)\\1", "x".repeat(1_001))) {
      assertThat(
              publish("remove_fields", Map.of("remove_fields", List.of("q", expression)), previous))
          .isEqualTo("{\"id\":\"i\",\"rule_name\":\"r\"}");
    }
  }

  @Test
  void expressionsTakeLinearTime() {
    String key = "a".repeat(50_000);

    assertThat(publish(
            "remove_fields", Map.of("remove_fields", List.of("^(a+)+$x")), "{\"" + key + "\":1}"))
        .contains(key);
  }

  @Test
  void normalizationIsRemovedAtAnyDepth() {
    assertThat(
            publish(
                "remove_streamalert_normalization",
                "{\"record\":[{\"streamalert_normalization\":{},\"old_streamalert_normalization\":1,\"a\":1}]}"))
        .isEqualTo("{\"record\":[{\"a\":1}]}");
  }

  @Test
  void fieldsAreEnumeratedByPathInOrder() {
    assertThat(publish(
            "enumerate_fields",
            "{\"z\":null,\"a\":{\"b\":[{\"c\":1},[2,[]]],\"\":{\"d\":true}},\"e\":{}}"))
        .isEqualTo("{\"a..d\":true,\"a.b[0].c\":1,\"a.b[1][0]\":2,\"z\":null}");
  }

  @Test
  void populatedFieldsAreListsOfAllThatIsFound() {
    assertThat(publish(
            "populate_fields",
            Map.of("populate_fields", List.of("c", "none", "password", "b")),
            NESTED))
        .isEqualTo("{\"c\":[1],\"none\":[],\"password\":[\"p\"],"
            + "\"b\":[[{\"c\":1,\"user_password\":\"q\"},2,[]]]}");
    assertThat(publish(
            "populate_fields",
            Map.of("populate_fields", "k"),
            "{\"x\":{\"k\":3},\"k\":{\"k\":2},\"l\":[{\"k\":null}]}"))
        .isEqualTo("{\"k\":[{\"k\":2},3,2,null]}");
  }

  @Test
  void withoutNamesNothingIsPopulated() {
    assertThat(publish("populate_fields", NESTED)).isEqualTo("{}");
  }

  @Test
  void listsOfScalarsBecomeText() {
    assertThat(publish(
            "stringify_arrays",
            "{\"a\":[1,null,true,1.50,\"x\"],\"b\":{\"c\":[]},\"d\":[[1],{\"e\":[\"y\",\"z\"]}]}"))
        .isEqualTo("{\"a\":\"1\\nNone\\nTrue\\n1.5\\nx\",\"b\":{\"c\":\"\"},"
            + "\"d\":[[1],{\"e\":\"y\\nz\"}]}");
  }
}
