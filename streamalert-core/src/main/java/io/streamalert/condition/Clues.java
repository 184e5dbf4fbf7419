package io.streamalert.condition;

import io.streamalert.record.TextParts.Place;
import java.util.List;
import java.util.Optional;

/** What the checks demand of a value, in terms of an index. */
final class Clues {

  private static final Clue PRESENT = new Clue.Present();

  private Clues() {}

  /**
   * The clues of which a value must have one to meet a check, or to fail it; empty if every value
   * might, even a missing one.
   */
  static Optional<List<Clue>> of(Check check, boolean holds) {
    return holds ? toHold(check) : toFail(check);
  }

  private static Optional<List<Clue>> toHold(Check check) {
    if (check instanceof Check.IsText is) {
      return one(new Clue.Text(is.text()));
    }
    if (check instanceof Check.IsIn in) {
      return Optional.of(in.texts().stream().<Clue>map(Clue.Text::new).toList());
    }
    if (check instanceof Check.IsValue is) {
      return one(new Clue.Scalar(is.wanted()));
    }
    if (check instanceof Check.StartsWith starts) {
      return one(new Clue.Part(Place.START, starts.prefix()));
    }
    if (check instanceof Check.EndsWith ends) {
      return one(new Clue.Part(Place.END, ends.suffix()));
    }
    if (check instanceof Check.Contains contains) {
      return one(new Clue.Part(Place.ANYWHERE, contains.part()));
    }
    return check == Check.Presence.IS_MISSING ? Optional.empty() : one(PRESENT);
  }

  private static Optional<List<Clue>> toFail(Check check) {
    return check == Check.Presence.IS_MISSING ? one(PRESENT) : Optional.empty();
  }

  private static Optional<List<Clue>> one(Clue clue) {
    return Optional.of(List.of(clue));
  }
}
