package io.streamalert.condition;

import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A demand on one value. */
sealed interface Check {

  boolean test(FieldValue value);

  /** The demand in English, to follow the name of a field. */
  String words();

  /** The opposite in English. */
  default String negatedWords() {
    return words().replaceFirst("^is ", "is not ");
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** Is exactly this text. */
  record IsText(String text) implements Check {
    @Override
    public boolean test(FieldValue value) {
      return value.is(text);
    }

    @Override
    public String words() {
      return "is " + quoted(text);
    }
  }

  /** Is this number or boolean. */
  record IsValue(FieldValue wanted) implements Check {
    @Override
    public boolean test(FieldValue value) {
      boolean bool = wanted.kind() == FieldValue.Kind.BOOLEAN;
      return bool == (value.kind() == FieldValue.Kind.BOOLEAN) && wanted.equals(value);
    }

    @Override
    public String words() {
      return "is " + wanted.toJson();
    }
  }

  /** Is one of these texts, in the written order for people. */
  record IsIn(List<String> texts, FieldNames names) implements Check {
    IsIn(Collection<String> texts) {
      this(List.copyOf(texts), FieldNames.of(texts));
    }

    @Override
    public boolean test(FieldValue value) {
      return names.number(value) >= 0;
    }

    @Override
    public String words() {
      return "is one of " + texts.stream().map(Check::quoted).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof IsIn that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
      return texts.hashCode();
    }
  }

  /** Starts with a text. */
  record StartsWith(String prefix) implements Check {
    @Override
    public boolean test(FieldValue value) {
      return value.startsWith(prefix);
    }

    @Override
    public String words() {
      return "starts with " + quoted(prefix);
    }

    @Override
    public String negatedWords() {
      return "does not start with " + quoted(prefix);
    }
  }

  /** Ends with a text. */
  record EndsWith(String suffix) implements Check {
    @Override
    public boolean test(FieldValue value) {
      return value.endsWith(suffix);
    }

    @Override
    public String words() {
      return "ends with " + quoted(suffix);
    }

    @Override
    public String negatedWords() {
      return "does not end with " + quoted(suffix);
    }
  }

  /** Holds a text. */
  record Contains(String part) implements Check {
    @Override
    public boolean test(FieldValue value) {
      return value.contains(part);
    }

    @Override
    public String words() {
      return "contains " + quoted(part);
    }

    @Override
    public String negatedWords() {
      return "does not contain " + quoted(part);
    }
  }

  /** Is there, or not; holds something, or not. */
  enum Presence implements Check {
    EXISTS("exists", "does not exist") {
      @Override
      public boolean test(FieldValue value) {
        return value.exists();
      }
    },
    IS_MISSING("is missing", "is there") {
      @Override
      public boolean test(FieldValue value) {
        return value.isMissing();
      }
    },
    IS_NULL("is null", "is not null") {
      @Override
      public boolean test(FieldValue value) {
        return value.isNull();
      }
    },
    IS_TRUTHY("is truthy", "is not truthy") {
      @Override
      public boolean test(FieldValue value) {
        return value.isTruthy();
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
  }
}
