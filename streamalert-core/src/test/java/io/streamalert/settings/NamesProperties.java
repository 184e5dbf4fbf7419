package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamesProperties {

  @Property
  void knownNameIsItsOwnNearest(@ForAll("names") List<String> known, @ForAll Random random) {
    String wanted = known.get(random.nextInt(known.size()));

    assertThat(Names.nearest(wanted, known).map(name -> name.equalsIgnoreCase(wanted)))
        .contains(true);
  }

  @Property
  void orderOfTheKnownNamesDoesNotMatter(
      @ForAll("name") String wanted, @ForAll("names") List<String> known, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(known);
    Collections.shuffle(shuffled, random);

    assertThat(Names.nearest(wanted, shuffled)).isEqualTo(Names.nearest(wanted, known));
  }

  @Property
  void agreesWithTheDefinition(@ForAll("name") String wanted, @ForAll("names") List<String> known) {
    int limit = Math.min(Math.max(2, wanted.length() / 3), wanted.length() - 1);
    Optional<String> nearest = known.stream()
        .filter(name -> distance(wanted, name) <= limit)
        .min((a, b) -> distance(wanted, a) != distance(wanted, b)
            ? Integer.compare(distance(wanted, a), distance(wanted, b))
            : a.compareTo(b));

    assertThat(Names.nearest(wanted, known)).isEqualTo(nearest);
  }

  @Provide
  Arbitrary<String> name() {
    return Arbitraries.strings().withChars("abcA:").ofMinLength(1).ofMaxLength(8);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return name().list().ofMinSize(1).ofMaxSize(6);
  }

  /** The definition of the Levenshtein distance, word for word. */
  private static int distance(String a, String b) {
    return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT), new int[9][9]);
  }

  private static int distance(String a, String b, int[][] known) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    int[] row = known[a.length()];
    if (row[b.length()] == 0) {
      int replaced =
          distance(a.substring(1), b.substring(1), known) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
      int removed =
          1 + Math.min(distance(a.substring(1), b, known), distance(a, b.substring(1), known));
      row[b.length()] = 1 + Math.min(replaced, removed);
    }
    return row[b.length()] - 1;
  }
}
