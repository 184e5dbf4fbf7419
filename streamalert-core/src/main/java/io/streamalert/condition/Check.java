package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A demand on one value. Immutable; equal where it is the same demand, written the same way but for
 * numbers, which are equal where they are worth the same.
 */
sealed interface Check
    permits TextCheck,
        GlobCheck,
        RegexCheck,
        NetworkCheck,
        NumberCheck,
        NumberSet,
        BooleanCheck,
        Presence,
        SameAs,
        ElementCheck {

  /**
   * Whether a value meets the demand; never throws.
   *
   * @param value the value
   * @param scope what paths inside the demand start at: the record, or the element of a list
   */
  boolean test(FieldValue value, FieldValue scope);

  /** The demand in English, to follow the name of a field. */
  String words();

  /** The opposite in English. */
  default String negatedWords() {
    return words().replaceFirst("^is ", "is not ");
  }

  /** Demands that differ by little, for {@link Condition#variants()}; none is equal to this. */
  List<Check> variants();

  /** A text for people: in quotes, with what cannot be seen escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    FieldValue.of(text).toJson().codePoints().forEach(c -> appendVisibly(quoted, c));
    return quoted.toString();
  }

  private static void appendVisibly(StringBuilder out, int c) {
    if (Character.getType(c) == Character.FORMAT || Character.isISOControl(c)) {
      for (char unit : Character.toChars(c)) {
        out.append(String.format("\\u%04x", (int) unit));
      }
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Several texts for people. */
  static String quoted(List<String> texts) {
    return texts.stream().map(Check::quoted).collect(Collectors.joining(", "));
  }

  /** Words for one of several things. */
  static String oneOf(int count, String listed) {
    return switch (count) {
      case 0 -> "one of none";
      case 1 -> listed;
      default -> "one of " + listed;
    };
  }
}
