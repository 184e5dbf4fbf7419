package io.streamalert.condition;

import static io.streamalert.condition.Condition.allOf;
import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.anywhere;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.firstAnywhere;
import static io.streamalert.condition.Condition.hasSubKeys;
import static io.streamalert.condition.Condition.not;
import static io.streamalert.condition.Condition.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Generates conditions, and records that meet them fairly often: both take their keys and values from
 * the same few.
 */
public final class ConditionArbitraries {

  private static final List<String> KEYS = List.of("a", "b", "c", "d.e");
  private static final List<String> TEXTS = List.of("abc", "Abc", "ab", "a");
  private static final List<String> ADDRESSES =
      List.of("10.0.0.1", "10.200.0.1", "::1", "::ffff:10.0.0.1", "2001:db8::5");
  private static final List<String> ODD_TEXTS = List.of(
      "",
      "A",
      "ABC~",
      "abcabc",
      "x\nab",
      "ß",
      "SS",
      "İ",
      "\u212a",
      "k",
      "\ud800",
      "?",
      "😀",
      "1",
      "true",
      "10.0.0.1%eth0",
      "10.0.0.256",
      "\u0661.0.0.1");
  private static final List<Number> NUMBERS = List.of(
      BigInteger.ZERO,
      BigInteger.ONE,
      1.0,
      1.5,
      BigInteger.TWO,
      -0.0,
      0x1p53,
      BigInteger.TWO.pow(53).add(BigInteger.ONE),
      BigInteger.TWO.pow(63),
      Long.MAX_VALUE,
      0x1p63,
      BigInteger.TEN.pow(400),
      1e300,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY);

  private ConditionArbitraries() {}

  /**
   * Returns records as maps of the Java library: with null, {@link String}, {@link Boolean}, {@link
   * BigInteger} or {@link Long} for whole numbers, {@link Double} for others, {@link List} and {@link
   * Map}.
   */
  public static Arbitrary<Map<String, @Nullable Object>> records() {
    return maps(values(2)).withoutEdgeCases();
  }

  /** Returns conditions of all forms, three levels deep at most. */
  public static Arbitrary<Condition> conditions() {
    return conditions(2).withoutEdgeCases();
  }

  private static Arbitrary<Map<String, @Nullable Object>> maps(Arbitrary<Object> values) {
    Arbitrary<String> keys = Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.of(KEYS)),
        Tuple.of(1, Arbitraries.of("streamalert_normalization")));
    return Arbitraries.maps(keys, values).ofMaxSize(5).map(map -> map);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> scalars = Arbitraries.frequencyOf(
        Tuple.of(6, texts().map(text -> (Object) text)),
        Tuple.of(3, Arbitraries.of(NUMBERS).map(number -> (Object) number)),
        Tuple.of(1, Arbitraries.of(true, false).map(truth -> (Object) truth)),
        Tuple.of(1, Arbitraries.just(null)));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Object> inner = values(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars),
        Tuple.of(2, maps(inner).map(map -> (Object) map)),
        Tuple.of(2, inner.list().ofMaxSize(3).map(list -> (Object) list)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(TEXTS)),
        Tuple.of(2, Arbitraries.of(ADDRESSES)),
        Tuple.of(2, Arbitraries.of(ODD_TEXTS)),
        Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(4)));
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaves = Combinators.combine(subjects(), demands(depth))
        .as((subject, demand) -> demand.apply(subject));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Condition> inner = conditions(depth - 1);
    Arbitrary<Condition[]> several = inner.array(Condition[].class).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(8, leaves),
        Tuple.of(2, several.map(parts -> allOf(parts))),
        Tuple.of(2, several.map(parts -> anyOf(parts))),
        Tuple.of(2, Combinators.combine(inner, inner).as(Condition::and)),
        Tuple.of(2, Combinators.combine(inner, inner).as(Condition::or)),
        Tuple.of(1, inner.map(Condition::not)),
        Tuple.of(1, subKeys()));
  }

  private static Arbitrary<Condition> subKeys() {
    return Combinators.combine(
            Arbitraries.of(KEYS), Arbitraries.of(KEYS).array(String[].class).ofMaxSize(2))
        .as((key, names) -> hasSubKeys(key, names));
  }

  private static Arbitrary<FieldCondition> subjects() {
    Arbitrary<String> key = Arbitraries.of(KEYS);
    return Arbitraries.frequencyOf(
        Tuple.of(6, key.map(a -> field(a))),
        Tuple.of(3, Combinators.combine(key, key).as((a, b) -> field(a, b))),
        Tuple.of(3, Arbitraries.create(() -> value())),
        Tuple.of(2, key.map(a -> firstAnywhere(a))),
        Tuple.of(2, key.map(a -> anywhere(a))));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> demands(int depth) {
    var plain = Arbitraries.frequencyOf(
        Tuple.of(5, onTexts()),
        Tuple.of(3, onOneText()),
        Tuple.of(2, onPatterns()),
        Tuple.of(2, onNumbers()),
        Tuple.of(3, onPresence()),
        Tuple.of(1, onOtherFields()));
    return depth == 0
        ? plain
        : Arbitraries.frequencyOf(
            Tuple.of(4, plain), Tuple.of(1, onElements(conditions(depth - 1))));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onTexts() {
    Arbitrary<String[]> texts = texts().array(String[].class).ofMaxSize(5);
    return texts.flatMap(t -> Arbitraries.of(List.<Function<FieldCondition, Condition>>of(
        f -> f.isIn(t),
        f -> f.isIn(List.of(t)),
        f -> f.isInIgnoringCase(t),
        f -> f.startsWithAny(t),
        f -> f.endsWithAny(t),
        f -> f.containsAny(t))));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onOneText() {
    return texts()
        .flatMap(t -> Arbitraries.of(List.<Function<FieldCondition, Condition>>of(
            f -> f.is(t),
            f -> f.isIgnoringCase(t),
            f -> f.startsWith(t),
            f -> f.startsWithIgnoringCase(t),
            f -> f.endsWith(t),
            f -> f.endsWithIgnoringCase(t),
            f -> f.contains(t),
            f -> f.containsIgnoringCase(t))));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onPatterns() {
    Arbitrary<String> globs =
        Arbitraries.of("a*", "*b*", "?b?", "[aA]b*", "[!a]*", "[!A-Z]*c", "*", "", "10.*", "a[");
    Arbitrary<String> regexes = Arbitraries.of("a.*", "(?i)ABC", "[ab]+", "(?s).*b", "\\d+|a", "");
    Arbitrary<String> networks = Arbitraries.of(
        "10.0.0.0/8",
        "10.0.0.1",
        "10.129.0.0/9",
        "0.0.0.0/0",
        "::/0",
        "2001:db8::/32",
        "::1/127",
        "::ffff:10.0.0.0/104");
    return Arbitraries.oneOf(
        globs.map(glob -> f -> f.glob(glob)),
        globs.map(glob -> f -> f.globIgnoringCase(glob)),
        globs.array(String[].class).ofMaxSize(3).map(many -> f -> f.globAny(many)),
        regexes.map(regex -> f -> f.matches(regex)),
        networks.array(String[].class).ofMaxSize(3).map(many -> f -> f.inNetwork(many)));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onNumbers() {
    Arbitrary<Long> longs =
        Arbitraries.of(0L, 1L, 2L, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
    Arbitrary<Double> doubles = Arbitraries.of(0.0, -0.0, 1.0, 1.5, 0.1, 0x1p53, 0x1p63, 1e300);
    return Arbitraries.oneOf(
        Arbitraries.of(true, false).map(truth -> f -> f.is(truth)),
        Combinators.combine(longs, longs).as((a, b) -> f -> f.isIn(a, b)),
        longs.flatMap(n -> Arbitraries.of(List.<Function<FieldCondition, Condition>>of(
            f -> f.is(n),
            f -> f.isGreaterThan(n),
            f -> f.isAtLeast(n),
            f -> f.isLessThan(n),
            f -> f.isAtMost(n)))),
        doubles.flatMap(n -> Arbitraries.of(List.<Function<FieldCondition, Condition>>of(
            f -> f.is(n),
            f -> f.isGreaterThan(n),
            f -> f.isAtLeast(n),
            f -> f.isLessThan(n),
            f -> f.isAtMost(n)))));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onPresence() {
    return Arbitraries.of(List.<Function<FieldCondition, Condition>>of(
        FieldCondition::exists,
        FieldCondition::isMissing,
        FieldCondition::isNull,
        FieldCondition::isTruthy));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onOtherFields() {
    return Arbitraries.of(KEYS)
        .array(String[].class)
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(keys -> f -> f.isSameAs(keys));
  }

  private static Arbitrary<Function<FieldCondition, Condition>> onElements(
      Arbitrary<Condition> element) {
    return Arbitraries.oneOf(
        element.map(c -> f -> f.anyElement(c)),
        element.map(c -> f -> f.allElements(c)),
        element.map(c -> f -> not(f.anyElement(not(c)))));
  }
}
