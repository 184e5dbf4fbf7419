package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.TextParts;

/**
 * Something that a value must be for a condition to hold, of a kind that can be found in an index. It
 * may leave some values in that do not meet the condition, but never one out that does.
 */
sealed interface Clue {

  /** How few values have it, as a guess: a text is one of many, and a number is often above zero. */
  int rarity();

  /** Is exactly this text. */
  record Text(String text) implements Clue {
    @Override
    public int rarity() {
      return 100;
    }
  }

  /** Is this number or boolean. */
  record Scalar(FieldValue value) implements Clue {
    @Override
    public int rarity() {
      return value.kind() == FieldValue.Kind.BOOLEAN ? 30 : 80;
    }
  }

  /** Has this text at a place. */
  record Part(TextParts.Place place, String text) implements Clue {
    @Override
    public int rarity() {
      return Math.min(90, 30 + 10 * text.length());
    }
  }

  /** Is a number of at least this. */
  record AtLeast(double bound) implements Clue {
    @Override
    public int rarity() {
      return 25;
    }
  }

  /** Is a number of at most this. */
  record AtMost(double bound) implements Clue {
    @Override
    public int rarity() {
      return 25;
    }
  }

  /** Is there. */
  record Present() implements Clue {
    @Override
    public int rarity() {
      return 10;
    }
  }
}
