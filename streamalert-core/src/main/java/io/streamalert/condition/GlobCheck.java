package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is text that matches one of some patterns as a whole.
 *
 * @param patterns the patterns as they were written, each once
 * @param ignoringCase whether value and patterns are folded first
 * @param globs the patterns, ready for use
 */
record GlobCheck(List<String> patterns, boolean ignoringCase, List<Glob> globs) implements Check {

  static GlobCheck of(Collection<String> written, boolean ignoringCase) {
    List<String> patterns = List.copyOf(written).stream().distinct().toList();
    List<Glob> globs = patterns.stream()
        .map(pattern -> Glob.compile(ignoringCase ? Folding.fold(pattern) : pattern))
        .toList();
    return new GlobCheck(patterns, ignoringCase, globs);
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    Optional<String> text = value.asString();
    if (text.isEmpty()) {
      return false;
    }
    String compared = ignoringCase ? Folding.fold(text.get()) : text.get();
    for (int i = 0; i < globs.size(); i++) {
      if (globs.get(i).matches(compared)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return "looks like " + object();
  }

  @Override
  public String negatedWords() {
    return "does not look like " + object();
  }

  private String object() {
    return Check.oneOf(patterns.size(), Check.quoted(patterns))
        + (ignoringCase ? " in any case" : "");
  }

  @Override
  public List<Check> variants() {
    List<Check> variants = new ArrayList<>();
    variants.add(TextCheck.of(TextCheck.Form.IS, patterns, ignoringCase));
    if (patterns.stream().anyMatch(Folding::hasCase)) {
      variants.add(of(patterns, !ignoringCase));
    }
    Alternatives.ofTexts(patterns).forEach(other -> variants.add(of(other, ignoringCase)));
    return variants;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GlobCheck that
        && ignoringCase == that.ignoringCase
        && patterns.equals(that.patterns);
  }

  @Override
  public int hashCode() {
    return 31 * patterns.hashCode() + (ignoringCase ? 1 : 0);
  }
}
