package io.streamalert.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the name that a person probably meant, for messages about an unknown one. All methods are
 * pure and safe for use by many threads.
 */
public final class Names {

  /**
   * The longest name, in characters, that is compared: {@value}. For a longer one there is no
   * suggestion.
   */
  public static final int LIMIT_LENGTH = 200;

  private Names() {}

  /**
   * Finds the known name that differs least from the wanted one. The difference is the number of
   * characters to insert, remove or replace, regardless of case. It may be up to 2, or up to a
   * third of the length of the wanted name if that is more, but not the whole name. Of names that
   * differ equally the first in alphabetical order wins, so the answer does not depend on the order
   * of the collection.
   *
   * @param wanted the name that is unknown
   * @param known the names that exist; the time taken grows with their number
   * @return the nearest known name, or empty if none is near enough
   */
  public static Optional<String> nearest(String wanted, Collection<String> known) {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(known, "known");
    if (wanted.length() > LIMIT_LENGTH) {
      return Optional.empty();
    }
    Candidate best = null;
    for (String name : known) {
      Candidate candidate = new Candidate(name, distance(wanted, name));
      if (candidate.distance <= tolerance(wanted)
          && (best == null || candidate.isBetterThan(best))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best).map(Candidate::name);
  }

  private static int tolerance(String wanted) {
    return Math.min(Math.max(2, wanted.length() / 3), wanted.length() - 1);
  }

  /**
   * The Levenshtein distance, or more than any tolerance if the lengths alone rule the name out.
   */
  private static int distance(String wanted, String name) {
    Objects.requireNonNull(name, "name");
    if (Math.abs(wanted.length() - name.length()) > tolerance(wanted)) {
      return Integer.MAX_VALUE;
    }
    String left = wanted.toLowerCase(Locale.ROOT);
    String right = name.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 0; line < left.length(); line++) {
      nextRow(row, left.charAt(line), right);
    }
    return row[right.length()];
  }

  private static void nextRow(int[] row, char letter, String right) {
    int diagonal = row[0];
    row[0]++;
    for (int column = 1; column < row.length; column++) {
      int replaced = diagonal + (right.charAt(column - 1) == letter ? 0 : 1);
      diagonal = row[column];
      row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
    }
  }

  private record Candidate(String name, int distance) {

    boolean isBetterThan(Candidate other) {
      return distance != other.distance
          ? distance < other.distance
          : name.compareTo(other.name) < 0;
    }
  }
}
