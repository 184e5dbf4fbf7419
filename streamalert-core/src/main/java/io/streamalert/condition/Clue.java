package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.TextParts;

/**
 * Something that a value must be for a condition to hold, of a kind that an index can look up. It may
 * let in some values that do not meet the condition, but never leaves out one that does.
 */
sealed interface Clue {

  /** How few values have it, as a guess: a text is one of many, and a number is often above zero. */
  int rarity();

  /**
   * Is exactly this text.
   *
   * @param text the text, folded where case is ignored
   */
  record Text(String text, boolean ignoringCase) implements Clue {
    @Override
    public int rarity() {
      return Math.min(110, 80 + 2 * text.length());
    }
  }

  /**
   * Has this text at a place.
   *
   * @param text the text, folded where case is ignored
   */
  record Part(TextParts.Place place, String text, boolean ignoringCase) implements Clue {
    @Override
    public int rarity() {
      return Math.min(90, 30 + 10 * text.length());
    }
  }

  /** Is this number or boolean. */
  record Scalar(FieldValue value) implements Clue {
    @Override
    public int rarity() {
      return value.kind() == FieldValue.Kind.BOOLEAN ? 30 : 80;
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

  /** Is an address of this network. */
  record In(Network network) implements Clue {
    @Override
    public int rarity() {
      return 20 + network.bits() / 2;
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
