package io.streamalert.publish;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.streamalert.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Removes each field whose key one of the expressions in the alert's context is found in. If an
 * expression cannot be used, nobody knows what it was to hide: then only {@link #KEPT} stays.
 */
final class RemoveFields implements Publisher {

  /** What tells which alert it is, without anything of the record. */
  static final Set<String> KEPT = Set.of("id", "rule_name");

  private static final String KEY = "remove_fields";
  private static final int LIMIT_EXPRESSION = 1_000;

  @Override
  public Publication publish(Alert alert, Publication previous) {
    List<Pattern> patterns = new ArrayList<>();
    for (String expression : ContextTexts.of(alert, KEY)) {
      if (expression.length() > LIMIT_EXPRESSION) {
        return FieldRemoval.remove(previous, key -> !KEPT.contains(key));
      }
      try {
        patterns.add(Pattern.compile(expression));
      } catch (PatternSyntaxException e) {
        return FieldRemoval.remove(previous, key -> !KEPT.contains(key));
      }
    }
    Predicate<String> unwanted =
        key -> patterns.stream().anyMatch(pattern -> pattern.matcher(key).find());
    return patterns.isEmpty() ? previous : FieldRemoval.remove(previous, unwanted);
  }
}
