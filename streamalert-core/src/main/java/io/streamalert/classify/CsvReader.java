package io.streamalert.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV as Python's {@code csv} module does by default, which no library here can be told to do:
 * a quote counts only at the start of a column, text after a closing quote is appended, a quote at
 * the end may be missing, and an escape character is possible. For one text.
 */
final class CsvReader {

  /** Comes after the last character of each line. */
  private static final int END = -1;

  private enum State {
    START_OF_ROW,
    START_OF_COLUMN,
    IN_COLUMN,
    ESCAPED,
    AFTER_ESCAPED_BREAK,
    IN_QUOTES,
    ESCAPED_IN_QUOTES,
    QUOTE_IN_QUOTES,
    AFTER_BREAK,
    BROKEN
  }

  private final CsvDialect dialect;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder column = new StringBuilder();
  private List<String> row = new ArrayList<>();
  private State state = State.START_OF_ROW;

  CsvReader(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** The rows, or empty where a carriage return stands alone outside of quotes. */
  Optional<List<List<String>>> read(String text) {
    for (int i = 0; i < text.length(); i++) {
      take(text.charAt(i));
      if (text.charAt(i) == '\n' || i == text.length() - 1) {
        endOfLine();
      }
    }
    if (state == State.IN_QUOTES || column.length() > 0) {
      endColumn(State.START_OF_ROW);
      rows.add(row);
    }
    return state == State.BROKEN ? Optional.empty() : Optional.of(rows);
  }

  private void endOfLine() {
    take(END);
    if (state == State.START_OF_ROW) {
      rows.add(row);
      row = new ArrayList<>();
    }
  }

  private void take(int c) {
    switch (state) {
      case START_OF_ROW -> startRow(c);
      case START_OF_COLUMN -> startColumn(c);
      case IN_COLUMN -> inColumn(c);
      case ESCAPED -> escaped(c);
      case AFTER_ESCAPED_BREAK -> afterEscapedBreak(c);
      case IN_QUOTES -> inQuotes(c);
      case ESCAPED_IN_QUOTES -> add(c == END ? '\n' : c, State.IN_QUOTES);
      case QUOTE_IN_QUOTES -> quoteInQuotes(c);
      case AFTER_BREAK -> state = isBreak(c) ? state : c == END ? State.START_OF_ROW : broken();
      case BROKEN -> column.setLength(0);
    }
  }

  private State broken() {
    column.setLength(0);
    return State.BROKEN;
  }

  private void startRow(int c) {
    if (isBreak(c)) {
      state = State.AFTER_BREAK;
    } else if (c != END) {
      startColumn(c);
    }
  }

  private void startColumn(int c) {
    if (c == dialect.quote()) {
      state = State.IN_QUOTES;
    } else {
      inColumn(c);
    }
  }

  private void inColumn(int c) {
    if (isBreak(c) || c == END) {
      endColumn(c == END ? State.START_OF_ROW : State.AFTER_BREAK);
    } else if (dialect.isEscape(c)) {
      state = State.ESCAPED;
    } else if (c == dialect.delimiter()) {
      endColumn(State.START_OF_COLUMN);
    } else {
      add(c, State.IN_COLUMN);
    }
  }

  private void escaped(int c) {
    add(c == END ? '\n' : c, isBreak(c) ? State.AFTER_ESCAPED_BREAK : State.IN_COLUMN);
  }

  private void afterEscapedBreak(int c) {
    if (c != END) {
      inColumn(c);
    }
  }

  private void inQuotes(int c) {
    if (dialect.isEscape(c)) {
      state = State.ESCAPED_IN_QUOTES;
    } else if (c == dialect.quote()) {
      state = State.QUOTE_IN_QUOTES;
    } else if (c != END) {
      add(c, State.IN_QUOTES);
    }
  }

  private void quoteInQuotes(int c) {
    if (c == dialect.quote()) {
      add(c, State.IN_QUOTES);
    } else if (c == dialect.delimiter()) {
      endColumn(State.START_OF_COLUMN);
    } else if (isBreak(c) || c == END) {
      endColumn(c == END ? State.START_OF_ROW : State.AFTER_BREAK);
    } else {
      add(c, State.IN_COLUMN);
    }
  }

  private void add(int c, State next) {
    column.append((char) c);
    state = next;
  }

  private void endColumn(State next) {
    row.add(column.toString());
    column.setLength(0);
    state = next;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r';
  }
}
