package io.streamalert.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates JSON text together with what it means. */
final class JsonArbitraries {

  /**
   * A text and its meaning.
   *
   * @param source JSON text
   * @param value its value, as {@link JsonOracle} gives it
   */
  record Sample(String source, Object value) {}

  private JsonArbitraries() {}

  /** Returns documents of some depth, with whitespace everywhere it may be. */
  static Arbitrary<Sample> documents() {
    return Combinators.combine(blanks(), values(), blanks())
        .as((before, sample, after) ->
            new Sample(before + sample.source() + after, sample.value()));
  }

  private static Arbitrary<Sample> values() {
    return Arbitraries.lazyOf(
        JsonArbitraries::words,
        JsonArbitraries::numbers,
        JsonArbitraries::strings,
        JsonArbitraries::strings,
        JsonArbitraries::lists,
        JsonArbitraries::maps);
  }

  private static Arbitrary<Sample> words() {
    return Arbitraries.of(
        new Sample("null", JsonOracle.Null.NULL),
        new Sample("true", true),
        new Sample("false", false),
        number("NaN"),
        number("Infinity"),
        number("-Infinity"));
  }

  private static Arbitrary<Sample> numbers() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(45);
    Arbitrary<String> whole = digits.map(text -> text.replaceFirst("^0+(?=.)", ""));
    Arbitrary<String> fraction =
        Arbitraries.oneOf(Arbitraries.just(""), digits.map(text -> "." + text));
    Arbitrary<String> exponent = Combinators.combine(
            Arbitraries.of("e", "E"), Arbitraries.of("", "+", "-"), digits)
        .as((letter, sign, power) -> letter + sign + power);
    return Combinators.combine(
            Arbitraries.of("", "-"),
            whole,
            fraction,
            Arbitraries.oneOf(Arbitraries.just(""), exponent))
        .as((sign, integer, rest, power) -> number(sign + integer + rest + power));
  }

  private static Sample number(String source) {
    return new Sample(source, new JsonOracle.Number(source.matches("-?\\d+"), source));
  }

  private static Arbitrary<Sample> strings() {
    return characters().list().ofMaxSize(24).map(characters -> {
      StringBuilder source = new StringBuilder("\"");
      StringBuilder value = new StringBuilder();
      characters.forEach(character -> {
        source.append(character.source());
        value.append(character.value());
      });
      return new Sample(source.append('"').toString(), value.toString());
    });
  }

  private static Arbitrary<Sample> characters() {
    Arbitrary<Character> any = Arbitraries.chars().all();
    return Arbitraries.frequencyOf(
        Tuple.of(
            20,
            Arbitraries.chars()
                .range(' ', '~')
                .filter(c -> c != '"' && c != '\\')
                .map(JsonArbitraries::raw)),
        Tuple.of(
            3, any.filter(c -> c >= 0x7f && !Character.isSurrogate(c)).map(JsonArbitraries::raw)),
        Tuple.of(
            1,
            Arbitraries.of("😀", "\ud800\udc00", "\udbff\udfff")
                .map(pair -> new Sample(pair, pair))),
        Tuple.of(2, Arbitraries.integers().between(0, 7).map(JsonArbitraries::shortEscape)),
        // Includes lone surrogates, and pairs where two happen to follow one another.
        Tuple.of(2, any.map(c -> new Sample(String.format("\\u%04x", (int) c), "" + c))),
        Tuple.of(1, any.map(c -> new Sample(String.format("\\u%04X", (int) c), "" + c))),
        Tuple.of(1, Arbitraries.just(new Sample("\\ud83d\\ude00", "😀"))));
  }

  private static Sample raw(char c) {
    return new Sample("" + c, "" + c);
  }

  private static Sample shortEscape(int i) {
    return new Sample("\\" + "\"\\/bfnrt".charAt(i), "" + "\"\\/\b\f\n\r\t".charAt(i));
  }

  private static Arbitrary<Sample> lists() {
    return Combinators.combine(values().list().ofMaxSize(5), blanks()).as((elements, blank) -> {
      List<Object> value = new ArrayList<>();
      elements.forEach(element -> value.add(element.value()));
      List<String> sources = elements.stream().map(Sample::source).toList();
      return new Sample(
          "[" + blank + String.join(blank + "," + blank, sources) + blank + "]", value);
    });
  }

  private static Arbitrary<Sample> maps() {
    // Short keys of few letters, some escaped, make duplicates likely.
    Arbitrary<Sample> few = Arbitraries.of(
        new Sample("\"a\"", "a"),
        new Sample("\"\\u0061\"", "a"),
        new Sample("\"b\"", "b"),
        new Sample("\"\"", ""));
    Arbitrary<Sample> keys = Arbitraries.oneOf(few, strings());
    return Combinators.combine(keys.list().ofSize(6), values().list().ofMaxSize(6), blanks())
        .as(JsonArbitraries::map);
  }

  private static Sample map(List<Sample> keys, List<Sample> values, String blank) {
    Map<Object, Object> value = new LinkedHashMap<>();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      value.put(keys.get(i).value(), values.get(i).value());
      members.add(keys.get(i).source() + blank + ":" + blank + values.get(i).source());
    }
    return new Sample("{" + blank + String.join(blank + "," + blank, members) + blank + "}", value);
  }

  private static Arbitrary<String> blanks() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("")),
        Tuple.of(1, Arbitraries.just("\n" + " ".repeat(17))),
        Tuple.of(2, Arbitraries.strings().withChars(" \t\r\n").ofMaxLength(12)));
  }
}
