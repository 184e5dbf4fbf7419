package io.streamalert.testkit.mutation;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Map;

/** What can happen to a leaf. */
enum LeafChange {
  REMOVED("is not there") {
    @Override
    FieldValue apply(FieldValue value) {
      return FieldValue.missing();
    }
  },
  NULLED("is null") {
    @Override
    FieldValue apply(FieldValue value) {
      return FieldValue.of(null);
    }
  },
  EMPTIED("is empty") {
    @Override
    FieldValue apply(FieldValue value) {
      return switch (value.kind()) {
        case STRING -> FieldValue.of("");
        case INTEGER, FLOAT -> FieldValue.of(0);
        case BOOLEAN -> FieldValue.of(false);
        case LIST -> FieldValue.list(List.of());
        default -> FieldValue.map(Map.of());
      };
    }
  },
  CHANGED("is another value") {
    @Override
    FieldValue apply(FieldValue value) {
      return switch (value.kind()) {
        case INTEGER -> FieldValue.of(value.asBigInteger().orElseThrow().not());
        case FLOAT -> FieldValue.of(-value.asDouble().orElseThrow() - 1);
        case BOOLEAN -> FieldValue.of(!value.is(true));
        case LIST -> FieldValue.list(List.of(OTHER_TEXT));
        case MAP -> FieldValue.map(Map.of("other", OTHER_TEXT));
        default -> OTHER_TEXT;
      };
    }
  };

  private static final FieldValue OTHER_TEXT = FieldValue.of("another");

  private final String words;

  LeafChange(String words) {
    this.words = words;
  }

  abstract FieldValue apply(FieldValue value);

  /** Which change leads from a value to another one; the same value counts as changed. */
  static LeafChange between(FieldValue before, FieldValue after) {
    if (!after.exists()) {
      return REMOVED;
    }
    if (after.isNull()) {
      return NULLED;
    }
    return before.isTruthy() && !after.isTruthy() && before.kind() != Kind.BOOLEAN
        ? EMPTIED
        : CHANGED;
  }

  String words() {
    return words;
  }
}
