package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.stream.Stream;

/** A value is there, or not; holds something, or not. */
enum Presence implements Check {
  EXISTS("exists", "does not exist") {
    @Override
    public boolean test(FieldValue value, FieldValue scope) {
      return value.exists();
    }
  },
  IS_MISSING("is missing", "is there") {
    @Override
    public boolean test(FieldValue value, FieldValue scope) {
      return value.isMissing();
    }
  },
  IS_NULL("is null", "is not null") {
    @Override
    public boolean test(FieldValue value, FieldValue scope) {
      return value.isNull();
    }
  },
  IS_TRUTHY("is truthy", "is not truthy") {
    @Override
    public boolean test(FieldValue value, FieldValue scope) {
      return value.isTruthy();
    }
  },
  IS_MAP("is a map", "is not a map") {
    @Override
    public boolean test(FieldValue value, FieldValue scope) {
      return value.kind() == Kind.MAP;
    }
  };

  private final String words;
  private final String negatedWords;

  Presence(String words, String negatedWords) {
    this.words = words;
    this.negatedWords = negatedWords;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public String negatedWords() {
    return negatedWords;
  }

  @Override
  public List<Check> variants() {
    return Stream.of(EXISTS, IS_MISSING, IS_NULL, IS_TRUTHY)
        .filter(other -> other != this)
        .<Check>map(other -> other)
        .toList();
  }
}
