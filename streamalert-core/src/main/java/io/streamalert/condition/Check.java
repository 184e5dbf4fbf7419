package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Set;
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

  /** Is one of these texts; the list keeps the written order for people. */
  record IsIn(List<String> inOrder, Set<String> texts) implements Check {
    @Override
    public boolean test(FieldValue value) {
      return value.asString().filter(texts::contains).isPresent();
    }

    @Override
    public String words() {
      return "is one of " + inOrder.stream().map(Check::quoted).collect(Collectors.joining(", "));
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

  /** Is there, or not. */
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
