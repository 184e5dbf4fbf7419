package io.streamalert.condition;

import static io.streamalert.condition.Condition.allOf;
import static io.streamalert.condition.Condition.always;
import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.anywhere;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.firstAnywhere;
import static io.streamalert.condition.Condition.hasSubKeys;
import static io.streamalert.condition.Condition.not;
import static io.streamalert.condition.Condition.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final FieldValue CONTENT = new JsonReader(100)
      .read(
          "{\"name\": \"StopLogging\", \"n\": 5, \"f\": 5.0, \"yes\": true, \"null\": null, \"text\": \"5\","
              + " \"list\": [\"x\"], \"in\": {\"deep\": \"value\"}}")
      .orElseThrow();
  private static final LogRecord RECORD =
      LogRecord.builder(LogType.of("t"), CONTENT).build();

  private static void holds(Condition condition) {
    assertThat(condition.test(RECORD)).as(condition.describe()).isTrue();
    assertThat(condition.explain(RECORD).holds()).isTrue();
    assertThat(not(condition).test(RECORD)).isFalse();
    assertThat(not(condition).explain(RECORD).holds()).isFalse();
    assertThat(not(not(condition))).isEqualTo(condition);
  }

  private static void holds(Condition condition, String text) {
    assertThat(condition.test(FieldValue.of(text))).as(text).isTrue();
  }

  private static void fails(Condition condition) {
    holds(not(condition));
  }

  @Test
  void demandsOnText() {
    holds(field("name").is("StopLogging"));
    fails(field("name").is("stoplogging"));
    holds(field("in", "deep").is("value"));
    holds(field("name").isIn("a", "StopLogging"));
    fails(field("name").isIn());
    holds(field("name").startsWith("Stop"));
    holds(field("name").endsWith("Logging"));
    holds(field("name").contains("pLo"));
    fails(field("n").contains("5"));
    fails(field("list").contains("x"));
    fails(field("no", "such").is(""));
  }

  @Test
  void demandsOnOneOfSeveralTexts() {
    holds(field("name").startsWithAny("x", "Stop"));
    fails(field("name").startsWithAny());
    holds(field("name").endsWithAny("x", "Logging"));
    holds(field("name").containsAny("x", "pLo"));
    fails(field("name").containsAny("x", "plo"));
  }

  @Test
  void caseCanBeIgnored() {
    holds(field("name").isIgnoringCase("sTOPlogging"));
    holds(field("name").isInIgnoringCase("x", "stoplogging"));
    holds(field("name").startsWithIgnoringCase("STOP"));
    holds(field("name").endsWithIgnoringCase("LOGGING"));
    holds(field("name").containsIgnoringCase("PLO"));
    holds(field("name").globIgnoringCase("[R-T]TOP*"));
    fails(field("name").isIgnoringCase("stop"));
    assertThat(value().isIgnoringCase("ärger İS \u212a").test(FieldValue.of("ÄRGER ıs k")))
        .isTrue();
    assertThat(value().isIgnoringCase("strasse").test(FieldValue.of("straße"))).isFalse();
    assertThat(value().isIgnoringCase("\ud801\udc00").test(FieldValue.of("\ud801\udc28")))
        .isTrue();
  }

  @Test
  void patterns() {
    holds(field("name").glob("Stop*"));
    fails(field("name").glob("Stop"));
    holds(field("name").globAny("x", "?top[A-Z]*"));
    fails(field("name").globAny());
    holds(value().glob("/e*\n"), "/etc/x\n");
    holds(field("name").matches("St[a-z]+Logging"));
    fails(field("name").matches("Stop"));
    fails(field("n").matches(".*"));
  }

  @Test
  void aRegularExpressionThatIsNoneIsRefused() {
    assertThatThrownBy(() -> field("a").matches("ab(c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/ab(c/ has the error \"missing closing )\" at character 1");
    assertThatThrownBy(() -> field("a").matches("ab(?=c)"))
        .hasMessageContaining("at character 3 (\"(?=\")")
        .hasMessageContaining("look-around");
  }

  @Test
  void networks() {
    Condition internal = value().inNetwork("10.0.0.0/8", "2001:db8::/32", "192.0.2.7");
    for (String in : List.of("10.1.2.3", "2001:DB8::1", "192.0.2.7", "::ffff:10.1.2.3")) {
      holds(internal, in);
    }
    for (String out : List.of(
        "11.0.0.0",
        "2001:db9::",
        "192.0.2.8",
        "",
        "10",
        "10.1.2.3:80",
        "10.1.2.3/32",
        " 10.1.2.3",
        "fe80::1%eth0",
        "host",
        "\u0661\u0660.1.2.3",
        "10.1.2.03",
        "1".repeat(100))) {
      holds(not(internal), out);
    }
    holds(value().inNetwork("0.0.0.0/0"), "255.255.255.255");
    holds(not(value().inNetwork("::/0")), "255.255.255.255");
    holds(value().inNetwork("::/0"), "ffff::");
    holds(value().inNetwork("::ffff:10.0.0.0/104"), "10.9.9.9");
    assertThat(value().inNetwork("10.0.0.0/8").test(FieldValue.of(10))).isFalse();
  }

  @Test
  void aNetworkThatIsNoneIsRefused() {
    for (String bad : List.of(
        "",
        "x",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0/8",
        "::ffff:10.0.0.0/95",
        "/8")) {
      assertThatThrownBy(() -> value().inNetwork("10.0.0.0/8", bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + bad + "\" is neither an address nor a network")
          .hasMessageContaining("10.0.0.0/8");
    }
  }

  @Test
  void numbersAreComparedExactly() {
    FieldValue big = FieldValue.parse("[9007199254740993, 9223372036854775808, 1e400, NaN, 0.1]");
    FieldValue odd = big.elements().get(0);
    assertThat(value().is((1L << 53) + 1).test(odd)).isTrue();
    assertThat(value().is(0x1p53).test(odd)).isFalse();
    assertThat(value().isGreaterThan(0x1p53).test(odd)).isTrue();
    assertThat(value().isGreaterThan(Long.MAX_VALUE).test(big.elements().get(1)))
        .isTrue();
    assertThat(value().is(0x1p63).test(big.elements().get(1))).isTrue();
    assertThat(value().isGreaterThan(Double.MAX_VALUE).test(big.elements().get(2)))
        .isTrue();
    assertThat(value().is(0.1).test(big.elements().get(4))).isTrue();
    for (Condition none :
        List.of(value().isAtLeast(0), value().isAtMost(0), value().isLessThan(1))) {
      assertThat(none.test(big.elements().get(3))).isFalse();
    }
  }

  @Test
  void numbersToCompareWithAreFinite() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> field("a").isLessThan(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("finite");
    }
  }

  @Test
  void oneOfSeveralNumbers() {
    holds(field("n").isIn(4, 5));
    holds(field("f").isIn(5));
    fails(field("n").isIn(4, 6));
    fails(field("text").isIn(5));
    fails(field("yes").isIn(1));
  }

  @Test
  void boundsOfNumbers() {
    holds(field("n").isAtLeast(5));
    holds(field("n").isAtMost(5.0));
    fails(field("n").isGreaterThan(5));
    holds(field("n").isGreaterThan(4.9));
    holds(field("f").isLessThan(6));
    fails(field("f").isLessThan(5.0));
    fails(field("text").isAtLeast(0));
    fails(field("none").isAtMost(0));
    holds(field("n").is(5.0));
    assertThat(field("n").is(5.0)).isEqualTo(field("n").is(5));
  }

  @Test
  void demandsOnNumbersAndBooleans() {
    holds(field("n").is(5));
    holds(field("f").is(5));
    fails(field("text").is(5));
    holds(field("yes").is(true));
    fails(field("yes").is(1));
    fails(field("n").is(true));
  }

  @Test
  void absentAndNullAreMissingButNullExists() {
    holds(field("none").isMissing());
    holds(field("null").isMissing());
    holds(field("null").exists());
    holds(field("null").isNull());
    fails(field("none").exists());
    fails(field("none").isNull());
    fails(field("name").isMissing());
  }

  @Test
  void partsJoin() {
    Condition yes = field("n").is(5);
    Condition no = field("n").is(6);
    holds(yes.and(yes));
    fails(yes.and(no));
    holds(no.or(yes));
    fails(no.or(no));
    holds(allOf());
    fails(anyOf());
    holds(always());
    holds(allOf(yes, anyOf(no, yes)));
  }

  @Test
  void aConditionNeedsAField() {
    assertThatThrownBy(() -> field())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key");
  }

  @Test
  void equalConditionsAreEqual() {
    List<Condition> same = Arrays.asList(field("a").isIn("x", "y"), field("a").isIn("x", "y"));
    assertThat(same.get(0)).isEqualTo(same.get(1)).hasSameHashCodeAs(same.get(1));
    assertThat(field("a").is("x")).isNotEqualTo(field("a").is("y"));
  }

  @Test
  void emptyAndZeroAreNotTruthy() {
    holds(field("yes").isTruthy());
    holds(field("in").isTruthy());
    FieldValue empty = FieldValue.parse(
        "{\"t\": \"\", \"n\": 0, \"b\": false, \"l\": [], \"m\": {}, \"x\": null}");
    for (String key : List.of("t", "n", "b", "l", "m", "x", "none")) {
      assertThat(field(key).isTruthy().test(empty)).as(key).isFalse();
    }
    assertThat(not(field("errorCode").isTruthy()).describe()).isEqualTo("errorCode is not truthy");
  }

  @Test
  void oneFieldIsTheSameAsAnother() {
    holds(field("n").isSameAs("f"));
    holds(field("in").isSameAs("in"));
    fails(field("n").isSameAs("text"));
    fails(field("null").isSameAs("null"));
    fails(field("none").isSameAs("none"));
    holds(field("in", "deep").isSameAs(FieldPath.of("in", "deep")));
    assertThatThrownBy(() -> field("a").isSameAs()).hasMessageContaining("key");
  }

  @Test
  void elementsOfLists() {
    FieldValue content = FieldValue.parse(
        "{\"items\": [{\"group\": \"x\"}, {\"group\": \"all\", \"n\": [1, 2]}], \"empty\": []}");
    Condition isPublic = field("items").anyElement(field("group").is("all"));
    assertThat(isPublic.test(content)).isTrue();
    assertThat(field("items").allElements(field("group").is("all")).test(content))
        .isFalse();
    assertThat(field("items").allElements(field("group").exists()).test(content))
        .isTrue();
    assertThat(field("items").anyElement(field("n").anyElement(value().is(2))).test(content))
        .isTrue();
    assertThat(field("empty").anyElement(always()).test(content)).isFalse();
    assertThat(field("empty").allElements(anyOf()).test(content)).isTrue();
    fails(field("in").allElements(always()));
    fails(field("none").allElements(always()));
  }

  @Test
  void keysAnywhere() {
    FieldValue content = FieldValue.parse("{\"streamalert_normalization\": {\"ip\": \"hidden\"},"
        + "\"a\": [{\"ip\": null}, [{\"ip\": {\"ip\": \"deep\"}}]], \"b\": {\"ip\": \"second\"}}");
    // Depth counts before order: b.ip and a[0].ip are equally deep below their lists and maps.
    assertThat(firstAnywhere("ip").is("second").test(content)).isTrue();
    assertThat(anywhere("ip").isNull().test(content)).isTrue();
    assertThat(anywhere("ip").is("deep").test(content)).isTrue();
    assertThat(anywhere("ip").is("hidden").test(content)).isFalse();
    assertThat(firstAnywhere("streamalert_normalization").exists().test(content))
        .isTrue();
    assertThat(firstAnywhere("no").isMissing().test(content)).isTrue();
    assertThat(anywhere("no").isMissing().test(content)).isFalse();
    assertThat(firstAnywhere("x").isNull().test(FieldValue.parse("[{\"x\": null}, {\"x\": 1}]")))
        .isTrue();
  }

  @Test
  void subKeys() {
    FieldValue content =
        FieldValue.parse("{\"m\": {\"a\": null, \"b\": 0}, \"e\": {}, \"t\": \"a\"}");
    assertThat(hasSubKeys("m", "a", "b").test(content)).isTrue();
    assertThat(hasSubKeys("m", "a", "c").test(content)).isFalse();
    assertThat(hasSubKeys("e").test(content)).isTrue();
    assertThat(hasSubKeys("t").test(content)).isFalse();
    assertThat(hasSubKeys("none").test(content)).isFalse();
  }

  @Test
  void loneSurrogatesAreComparedAsTheyAre() {
    FieldValue lone = FieldValue.parse("\"\\ud800\"");
    assertThat(value().isIn("\ud800", "x").test(lone)).isTrue();
    assertThat(value().isIn("\ud800", "x").test(FieldValue.parse("\"?\""))).isFalse();
  }

  @Test
  void aSingleConditionIsItself() {
    Condition single = field("a").exists();
    assertThat(allOf(single)).isEqualTo(single);
    assertThat(anyOf(single)).isEqualTo(single);
    assertThat(always().and(single)).isEqualTo(single);
  }
}
