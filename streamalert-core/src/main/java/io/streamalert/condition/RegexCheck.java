package io.streamalert.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Optional;

/**
 * Is text that matches a regular expression as a whole.
 *
 * @param pattern the expression; two are equal where they are written the same
 */
record RegexCheck(Pattern pattern) implements Check {

  private static final String ANY_TEXT = "(?s).*";

  static RegexCheck of(String regex) {
    try {
      return new RegexCheck(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(problem(regex, e), e);
    }
  }

  private static String problem(String regex, PatternSyntaxException e) {
    String part = e.getPattern();
    int place = regex.indexOf(part);
    return "The regular expression /" + regex + "/ has the error \"" + e.getDescription() + "\" at "
        + (place < 0 ? "some place" : "character " + (place + 1)) + " (\"" + part
        + "\"). It must be one of RE2, which has no look-around and no back-references";
  }

  String regex() {
    return pattern.pattern();
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    Optional<String> text = value.asString();
    return text.isPresent() && pattern.matches(text.get());
  }

  @Override
  public String words() {
    return "matches /" + regex() + "/";
  }

  @Override
  public String negatedWords() {
    return "does not match /" + regex() + "/";
  }

  @Override
  public List<Check> variants() {
    return regex().equals(ANY_TEXT) ? List.of() : List.of(of(ANY_TEXT));
  }
}
