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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final List<String> TEXT_KEYS = List.of("a", "b", "d.e");
  private static final String NUMBER_KEY = "n";
  private static final String MAP_KEY = "m";
  private static final String LIST_KEY = "l";
  private static final List<String> KEYS = List.of("a", "b", "d.e", NUMBER_KEY, MAP_KEY, LIST_KEY);
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
    return maps(2).withoutEdgeCases();
  }

  /** Returns conditions of all forms, three levels deep at most. */
  public static Arbitrary<Condition> conditions() {
    return conditions(2, false).withoutEdgeCases();
  }

  /** Maps that lack a key now and then, with mostly the kind of value that the key stands for. */
  private static Arbitrary<Map<String, @Nullable Object>> maps(int depth) {
    Arbitrary<List<Object>> texts = mostly(texts()).list().ofSize(TEXT_KEYS.size());
    Arbitrary<Object> lists = depth == 0 ? scalars() : mostly(lists(depth));
    Arbitrary<Object> maps = depth == 0 ? scalars() : mostly(maps(depth - 1));
    Arbitrary<Set<String>> absent = Arbitraries.of(KEYS).set().ofMaxSize(2);
    Arbitrary<Boolean> normalized = Arbitraries.frequency(Tuple.of(1, true), Tuple.of(5, false));
    return Combinators.combine(texts, mostly(numbers()), maps, lists, absent, normalized)
        .as(ConditionArbitraries::map);
  }

  private static Map<String, @Nullable Object> map(
      List<Object> texts,
      Object number,
      Object map,
      Object list,
      Set<String> absent,
      boolean normalized) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (normalized) {
      fields.put("streamalert_normalization", map);
    }
    for (int i = 0; i < texts.size(); i++) {
      fields.put(TEXT_KEYS.get(i), texts.get(i));
    }
    fields.put(LIST_KEY, list);
    fields.put(NUMBER_KEY, number);
    fields.put(MAP_KEY, map);
    fields.keySet().removeAll(absent);
    return fields;
  }

  private static Arbitrary<Object> mostly(Arbitrary<?> usual) {
    return Arbitraries.frequencyOf(
        Tuple.of(8, usual.map(value -> (Object) value)), Tuple.of(1, scalars()));
  }

  private static Arbitrary<Object> lists(int depth) {
    return Arbitraries.oneOf(
            mostly(texts()).list().ofMaxSize(3),
            mostly(numbers()).list().ofMaxSize(3),
            mostly(maps(depth - 1)).list().ofMaxSize(3))
        .map(list -> list);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, texts().map(text -> (Object) text)),
        Tuple.of(2, numbers().map(number -> (Object) number)),
        Tuple.of(1, Arbitraries.of(true, false).map(truth -> (Object) truth)),
        Tuple.of(1, Arbitraries.just(null)));
  }

  private static Arbitrary<Number> numbers() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(NUMBERS.subList(0, 4))), Tuple.of(1, Arbitraries.of(NUMBERS)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of(TEXTS)),
        Tuple.of(2, Arbitraries.of(ADDRESSES)),
        Tuple.of(2, Arbitraries.of(ODD_TEXTS)),
        Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(4)));
  }

  private static Arbitrary<Condition> conditions(int depth, boolean inElement) {
    Arbitrary<Condition> leaves = leaves(depth, inElement);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Condition> inner = conditions(depth - 1, inElement);
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

  private static Arbitrary<Condition> leaves(int depth, boolean inElement) {
    Arbitrary<String> textKeys = Arbitraries.of(TEXT_KEYS);
    Arbitrary<String> numberKeys = Arbitraries.just(NUMBER_KEY);
    Arbitrary<String> anyKeys = Arbitraries.of(KEYS);
    var onText = Arbitraries.oneOf(onTexts(), onOneText(), onPatterns());
    var leaves = Arbitraries.frequencyOf(
        Tuple.of(6, leaf(textKeys, inElement, onText)),
        Tuple.of(2, leaf(numberKeys, inElement, onNumbers())),
        Tuple.of(2, leaf(anyKeys, inElement, onPresence())),
        Tuple.of(1, leaf(anyKeys, inElement, onOtherFields())));
    if (depth == 0) {
      return leaves;
    }
    var onElements = onElements(conditions(depth - 1, true));
    return Arbitraries.frequencyOf(
        Tuple.of(4, leaves), Tuple.of(1, leaf(Arbitraries.just(LIST_KEY), inElement, onElements)));
  }

  private static Arbitrary<Condition> leaf(
      Arbitrary<String> keys,
      boolean inElement,
      Arbitrary<Function<FieldCondition, Condition>> demands) {
    Arbitrary<FieldCondition> subjects = Arbitraries.frequencyOf(
        Tuple.of(8, keys.map(key -> field(key))),
        Tuple.of(2, keys.map(key -> field(MAP_KEY, key))),
        Tuple.of(1, Arbitraries.of(KEYS).map(key -> field(key))),
        Tuple.of(1, keys.map(key -> firstAnywhere(key))),
        Tuple.of(1, keys.map(key -> anywhere(key))),
        Tuple.of(inElement ? 10 : 1, Arbitraries.create(() -> value())));
    return Combinators.combine(subjects, demands).as((subject, demand) -> demand.apply(subject));
  }

  private static Arbitrary<Condition> subKeys() {
    return Combinators.combine(
            Arbitraries.of(MAP_KEY, LIST_KEY),
            Arbitraries.of(KEYS).array(String[].class).ofMaxSize(2))
        .as((key, names) -> hasSubKeys(key, names));
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
