package io.streamalert.condition;

import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is text that is, starts with, ends with or contains one of some texts.
 *
 * @param form how the value relates to the texts
 * @param texts the texts as they were written, each once
 * @param ignoringCase whether value and texts are folded first
 * @param sought the texts that values are compared with: folded where case is ignored
 * @param names the texts where the value must be one of several, if they allow it
 */
record TextCheck(
    Form form,
    List<String> texts,
    boolean ignoringCase,
    List<String> sought,
    @Nullable FieldNames names)
    implements Check {

  /** How a value relates to a text. */
  enum Form {
    IS("is", "is not") {
      @Override
      boolean test(FieldValue value, String text) {
        return value.is(text);
      }

      @Override
      boolean test(String value, String text) {
        return value.equals(text);
      }
    },
    STARTS_WITH("starts with", "does not start with") {
      @Override
      boolean test(FieldValue value, String text) {
        return value.startsWith(text);
      }

      @Override
      boolean test(String value, String text) {
        return value.startsWith(text);
      }
    },
    ENDS_WITH("ends with", "does not end with") {
      @Override
      boolean test(FieldValue value, String text) {
        return value.endsWith(text);
      }

      @Override
      boolean test(String value, String text) {
        return value.endsWith(text);
      }
    },
    CONTAINS("contains", "does not contain") {
      @Override
      boolean test(FieldValue value, String text) {
        return value.contains(text);
      }

      @Override
      boolean test(String value, String text) {
        return value.contains(text);
      }
    };

    private final String words;
    private final String negatedWords;

    Form(String words, String negatedWords) {
      this.words = words;
      this.negatedWords = negatedWords;
    }

    abstract boolean test(FieldValue value, String text);

    abstract boolean test(String value, String text);
  }

  static TextCheck of(Form form, Collection<String> written, boolean ignoringCase) {
    List<String> texts = List.copyOf(written).stream().distinct().toList();
    List<String> sought = ignoringCase ? texts.stream().map(Folding::fold).toList() : texts;
    boolean named = form == Form.IS
        && !ignoringCase
        && texts.size() > 1
        && texts.stream().noneMatch(TextCheck::hasLoneSurrogate);
    return new TextCheck(form, texts, ignoringCase, sought, named ? FieldNames.of(texts) : null);
  }

  /** Such a text has no UTF-8, by which names are compared. */
  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c <= 0xffff && Character.isSurrogate((char) c));
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    if (ignoringCase) {
      return testFolded(value.asString());
    }
    if (names != null) {
      return names.number(value) >= 0;
    }
    for (int i = 0; i < sought.size(); i++) {
      if (form.test(value, sought.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean testFolded(Optional<String> value) {
    if (value.isEmpty()) {
      return false;
    }
    String folded = Folding.fold(value.get());
    for (int i = 0; i < sought.size(); i++) {
      if (form.test(folded, sought.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return form.words + " " + object();
  }

  @Override
  public String negatedWords() {
    return form.negatedWords + " " + object();
  }

  private String object() {
    return Check.oneOf(texts.size(), Check.quoted(texts)) + (ignoringCase ? " in any case" : "");
  }

  @Override
  public List<Check> variants() {
    List<Check> variants = new ArrayList<>();
    for (Form other : Form.values()) {
      if (other != form) {
        variants.add(of(other, texts, ignoringCase));
      }
    }
    if (texts.stream().anyMatch(Folding::hasCase)) {
      variants.add(of(form, texts, !ignoringCase));
    }
    Alternatives.ofTexts(texts).forEach(other -> variants.add(of(form, other, ignoringCase)));
    return variants;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextCheck that
        && form == that.form
        && ignoringCase == that.ignoringCase
        && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return 31 * texts.hashCode() + form.hashCode() + (ignoringCase ? 1 : 0);
  }
}
