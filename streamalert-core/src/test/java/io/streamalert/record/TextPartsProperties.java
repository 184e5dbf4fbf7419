package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.TextParts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** All texts at once or one by one, and however the value is held: the same ones are found. */
class TextPartsProperties {

  private record Part(Place place, String text) {
    boolean isIn(String value) {
      return switch (place) {
        case START -> value.startsWith(text);
        case END -> value.endsWith(text);
        case ANYWHERE -> value.contains(text);
      };
    }
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    return Combinators.combine(Arbitraries.of(Place.class), text(14))
        .as(Part::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> values() {
    return text(30);
  }

  /** Few characters, so that texts occur in one another, and some of every width. */
  private static Arbitrary<String> text(int length) {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("a", "b", "ab", "aab")),
            Tuple.of(1, Arbitraries.of("?", "\"", "ü", "€", "😀", "\ud800", "\udc00")))
        .list()
        .ofMaxSize(length)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3_000)
  void findsWhatEachTextFinds(@ForAll("parts") List<Part> parts, @ForAll("values") String text) {
    TextParts.Builder builder = TextParts.builder();
    parts.forEach(part -> builder.add(part.place(), part.text()));
    TextParts all = builder.build();
    FieldValue made = FieldValue.of(text);
    FieldValue read =
        FieldValue.parse("{\"before\": 1, \"k\": " + made.toJson() + "}").at("k");

    Set<Integer> expected = new TreeSet<>();
    for (int number = 0; number < parts.size(); number++) {
      if (parts.get(number).isIn(text)) {
        expected.add(number);
      }
    }
    assertThat(all.size()).isEqualTo(parts.size());
    assertThat(found(all, made)).isEqualTo(expected);
    assertThat(found(all, read)).isEqualTo(expected);
  }

  private static Set<Integer> found(TextParts parts, FieldValue value) {
    List<Integer> found = new ArrayList<>();
    parts.in(value, found::add);
    return new TreeSet<>(found);
  }
}
