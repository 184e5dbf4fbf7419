package io.streamalert.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads one syslog line from left to right without ever going back, so that no line takes long. For
 * one text.
 */
final class SyslogReader {

  private static final String SEPARATOR = ": ";

  private final String text;
  private int at;

  SyslogReader(String text) {
    // One line break at the end is no part of the message.
    this.text = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  Optional<Map<String, String>> read() {
    Map<String, String> fields = new LinkedHashMap<>();
    boolean read = timestamp(fields) && space() && host(fields) && space() && application(fields);
    if (!read || !text.startsWith(SEPARATOR, at) || text.indexOf('\n', at) >= 0) {
      return Optional.empty();
    }
    fields.put("message", text.substring(at + SEPARATOR.length()));
    return Optional.of(fields);
  }

  /** Such as {@code Jan 26 19:35:33}: pairs of digits, each with or without a colon behind it. */
  private boolean timestamp(Map<String, String> fields) {
    boolean read = times(3, SyslogReader::isWord) && space() && pair() && space() && pair();
    while (read && (one(c -> c == ':') || isNext(Character::isDigit))) {
      if (isNext(Character::isDigit)) {
        read = pair();
      } else {
        break;
      }
    }
    fields.put("timestamp", text.substring(0, at));
    return read;
  }

  private boolean host(Map<String, String> fields) {
    int start = at;
    boolean found = one(SyslogReader::isWord);
    many(c -> isWord(c) || c == '-');
    fields.put("host", text.substring(start, at));
    return found;
  }

  /** What stands in brackets behind the application is left out. */
  private boolean application(Map<String, String> fields) {
    int start = at;
    boolean found = many(SyslogReader::isWord);
    fields.put("application", text.substring(start, at));
    while (found && one(c -> c == '[')) {
      found = many(SyslogReader::isWord) && one(c -> c == ']');
    }
    return found;
  }

  private boolean space() {
    return one(TypeConversion::isSpace);
  }

  private boolean pair() {
    return times(2, Character::isDigit);
  }

  private boolean times(int count, IntPredicate wanted) {
    boolean found = true;
    for (int i = 0; i < count && found; i++) {
      found = one(wanted);
    }
    return found;
  }

  private boolean many(IntPredicate wanted) {
    int start = at;
    while (one(wanted)) {
      // Goes on as long as it can.
    }
    return at > start;
  }

  private boolean one(IntPredicate wanted) {
    boolean found = isNext(wanted);
    at += found ? Character.charCount(text.codePointAt(at)) : 0;
    return found;
  }

  private boolean isNext(IntPredicate wanted) {
    return at < text.length() && wanted.test(text.codePointAt(at));
  }

  /** What Python counts as a word character. */
  private static boolean isWord(int c) {
    return c == '_' || Character.isLetter(c) || isNumber(Character.getType(c));
  }

  private static boolean isNumber(int type) {
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
