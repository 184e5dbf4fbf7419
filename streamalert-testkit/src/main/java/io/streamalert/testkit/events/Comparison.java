package io.streamalert.testkit.events;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a publisher test compares what it found with what it expects. */
enum Comparison {
  IS {
    @Override
    boolean holds(FieldValue found, FieldValue expected) {
      return found.equals(expected) || (found.isMissing() && expected.isMissing());
    }
  },
  IN {
    @Override
    boolean holds(FieldValue found, FieldValue expected) {
      return contains(expected, found);
    }
  },
  CONTAINS {
    @Override
    boolean holds(FieldValue found, FieldValue expected) {
      return contains(found, expected);
    }
  };

  static final Set<String> NAMES = Set.of("is", "in", "contains");

  abstract boolean holds(FieldValue found, FieldValue expected);

  static Optional<Comparison> of(String name) {
    return NAMES.contains(name)
        ? Optional.of(valueOf(name.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** What Python's {@code in} says: an element of a list, a part of a text, a key of a map. */
  private static boolean contains(FieldValue whole, FieldValue part) {
    if (whole.kind() == Kind.LIST) {
      return whole.elements().contains(part);
    }
    Optional<String> text = part.asString();
    return whole.kind() == Kind.MAP
        ? text.filter(whole.fields()::containsKey).isPresent()
        : text.filter(whole::contains).isPresent();
  }

  /** {@return the word in test files} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
