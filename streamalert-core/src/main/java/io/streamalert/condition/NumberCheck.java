package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Is a number that is in some relation to another.
 *
 * @param relation the relation
 * @param amount the other number
 */
record NumberCheck(Relation relation, Amount amount) implements Check {

  /** How a value relates to a number. */
  enum Relation {
    IS("is") {
      @Override
      boolean holds(int comparison) {
        return comparison == 0;
      }
    },
    IS_GREATER("is greater than") {
      @Override
      boolean holds(int comparison) {
        return comparison > 0;
      }
    },
    IS_AT_LEAST("is at least") {
      @Override
      boolean holds(int comparison) {
        return comparison >= 0;
      }
    },
    IS_LESS("is less than") {
      @Override
      boolean holds(int comparison) {
        return comparison < 0;
      }
    },
    IS_AT_MOST("is at most") {
      @Override
      boolean holds(int comparison) {
        return comparison <= 0;
      }
    };

    private final String words;

    Relation(String words) {
      this.words = words;
    }

    abstract boolean holds(int comparison);
  }

  /** Whether a value is a number in this relation; NaN is in none. */
  static boolean holds(Relation relation, FieldValue value, Amount amount) {
    OptionalDouble near = value.asDouble();
    return near.isPresent()
        && !Double.isNaN(near.getAsDouble())
        && relation.holds(amount.compare(value, near.getAsDouble()));
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    return holds(relation, value, amount);
  }

  @Override
  public String words() {
    return relation.words + " " + amount.words();
  }

  @Override
  public List<Check> variants() {
    List<Check> variants = new ArrayList<>();
    for (Relation other : Relation.values()) {
      if (other != relation) {
        variants.add(new NumberCheck(other, amount));
      }
    }
    amount.previous().ifPresent(less -> variants.add(new NumberCheck(relation, less)));
    amount.next().ifPresent(more -> variants.add(new NumberCheck(relation, more)));
    return variants;
  }
}
