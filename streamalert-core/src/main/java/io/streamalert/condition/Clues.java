package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.TextParts;
import java.util.List;
import java.util.Optional;

/** What the demands of conditions mean in terms of an index. */
final class Clues {

  private static final Clue PRESENT = new Clue.Present();

  private Clues() {}

  /**
   * The clues of which a value must have one to meet a demand, or to fail it; empty if every value
   * might, even a missing one.
   */
  static Optional<List<Clue>> of(Check check, boolean holds) {
    if (!holds) {
      return check == Presence.IS_MISSING ? one(PRESENT) : Optional.empty();
    }
    if (check instanceof TextCheck texts) {
      return Optional.of(texts.sought().stream().map(text -> clue(texts, text)).toList());
    }
    if (check instanceof GlobCheck globs) {
      return Optional.of(globs.patterns().stream()
          .map(glob -> clue(glob, globs.ignoringCase()))
          .toList());
    }
    if (check instanceof NetworkCheck networks) {
      return Optional.of(networks.networks().stream().<Clue>map(Clue.In::new).toList());
    }
    return check instanceof Presence ? ofPresence(check) : Optional.of(ofNumbers(check));
  }

  /** Whether a value that has a clue is certain to meet the demand, or to fail it. */
  static boolean areExact(Check check, boolean holds) {
    return holds
        && (check instanceof TextCheck
            || check instanceof NetworkCheck
            || check == Presence.EXISTS);
  }

  private static Clue clue(TextCheck check, String text) {
    boolean ignoringCase = check.ignoringCase();
    return switch (check.form()) {
      case IS -> new Clue.Text(text, ignoringCase);
      case STARTS_WITH -> new Clue.Part(TextParts.Place.START, text, ignoringCase);
      case ENDS_WITH -> new Clue.Part(TextParts.Place.END, text, ignoringCase);
      case CONTAINS -> new Clue.Part(TextParts.Place.ANYWHERE, text, ignoringCase);
    };
  }

  /** What a pattern is before its first sign, or else behind its last star. */
  private static Clue clue(String pattern, boolean ignoringCase) {
    String glob = ignoringCase ? Folding.fold(pattern) : pattern;
    int literal = 0;
    while (literal < glob.length() && "*?[".indexOf(glob.charAt(literal)) < 0) {
      literal++;
    }
    if (literal == glob.length()) {
      return new Clue.Text(glob, ignoringCase);
    }
    String end = glob.substring(glob.lastIndexOf('*') + 1);
    boolean isPlain = end.chars().allMatch(c -> "?[]".indexOf(c) < 0);
    return literal > 0 || !isPlain || glob.indexOf('*') < 0
        ? new Clue.Part(TextParts.Place.START, glob.substring(0, literal), ignoringCase)
        : new Clue.Part(TextParts.Place.END, end, ignoringCase);
  }

  private static Optional<List<Clue>> ofPresence(Check check) {
    return check == Presence.IS_MISSING ? Optional.empty() : one(PRESENT);
  }

  /** Rounding may make two numbers equal, but never turns their order round. */
  private static List<Clue> ofNumbers(Check check) {
    if (check instanceof BooleanCheck is) {
      return List.of(new Clue.Scalar(FieldValue.of(is.truth())));
    }
    if (check instanceof NumberSet set) {
      return set.amounts().stream()
          .<Clue>map(amount -> new Clue.Scalar(amount.number()))
          .toList();
    }
    if (check instanceof NumberCheck number) {
      double bound = number.amount().near();
      return List.of(
          switch (number.relation()) {
            case IS -> new Clue.Scalar(number.amount().number());
            case IS_GREATER, IS_AT_LEAST -> new Clue.AtLeast(bound);
            case IS_LESS, IS_AT_MOST -> new Clue.AtMost(bound);
          });
    }
    // Regular expressions, elements of lists, other fields: what they look at must be there.
    return List.of(PRESENT);
  }

  private static Optional<List<Clue>> one(Clue clue) {
    return Optional.of(List.of(clue));
  }
}
