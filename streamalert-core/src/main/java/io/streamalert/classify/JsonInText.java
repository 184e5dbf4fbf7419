package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The record is a JSON map somewhere in the text of one field: what the option {@code json_regex_key}
 * names.
 *
 * @param key the field
 */
record JsonInText(String key) implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    FieldValue field = payload.json().map(json -> json.at(key)).orElse(FieldValue.missing());
    return field.isTruthy() ? List.of(read(field.asText(), payload)) : List.of();
  }

  private Candidate read(String text, Payload payload) {
    return span(text)
        .flatMap(payload::read)
        .filter(value -> value.kind() == Kind.MAP)
        .map(Candidate::of)
        .orElseGet(() -> Candidate.rejected(
            payload.json().orElseThrow(), "has no JSON map in the text of \"" + key + "\""));
  }

  /**
   * The leftmost span of one line from a brace to the last closing brace of the line, or from a
   * bracket to the last closing bracket, that has a colon or comma inside with something around it.
   */
  static Optional<String> span(String text) {
    for (int line = 0; line <= text.length(); ) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      Optional<String> found = spanOfLine(text, line, end);
      if (found.isPresent()) {
        return found;
      }
      line = end + 1;
    }
    return Optional.empty();
  }

  private static Optional<String> spanOfLine(String text, int start, int end) {
    int brace = lastIn(text, '}', '}', start, end);
    int bracket = lastIn(text, ']', ']', start, end);
    int inBraces = lastIn(text, ':', ',', start, brace - 1);
    int inBrackets = lastIn(text, ':', ',', start, bracket - 1);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '{' && inBraces >= i + 2) {
        return Optional.of(text.substring(i, brace + 1));
      }
      if (c == '[' && inBrackets >= i + 2) {
        return Optional.of(text.substring(i, bracket + 1));
      }
    }
    return Optional.empty();
  }

  private static int lastIn(String text, char one, char other, int start, int end) {
    int i = end - 1;
    while (i >= start && text.charAt(i) != one && text.charAt(i) != other) {
      i--;
    }
    return i >= start ? i : -1;
  }

  @Override
  public String nothing(Payload payload) {
    return payload.json().isEmpty()
        ? Extraction.notJson(payload)
        : "has no text at the key \"" + key + "\"";
  }

  @Override
  public Takes takes() {
    return Takes.mapWith(key);
  }
}
