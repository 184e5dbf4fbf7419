package io.streamalert.config;

import com.google.common.base.Splitter;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The schemas that a text may have, with fields of text only. */
final class TextCandidates {

  private static final FieldValue STRING = FieldValue.of("string");
  private static final String DELIMITER = "delimiter";
  private static final List<String> BETWEEN_PAIRS =
      List.of(" ", ", ", "; ", ",", ";", "|", "\t", "&");
  private static final List<String> BETWEEN_COLUMNS = List.of(",", "\t", ";", "|", " ");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_@][A-Za-z0-9_.@-]*");

  private final String type;
  private final String text;

  TextCandidates(String type, String text) {
    this.type = type;
    this.text = text;
  }

  /** The candidates, the most telling first. Pairs are never taken for columns. */
  List<DraftCandidate> all() {
    List<DraftCandidate> all = new ArrayList<>();
    all.add(candidate("syslog", List.of("timestamp", "host", "application", "message"), Map.of()));
    int before = all.size();
    BETWEEN_PAIRS.forEach(delimiter -> addPairs(delimiter, all));
    if (all.size() == before) {
      BETWEEN_COLUMNS.forEach(delimiter -> addColumns(delimiter, all));
    }
    return all;
  }

  private void addPairs(String delimiter, List<DraftCandidate> all) {
    List<String> pieces = Splitter.on(delimiter).omitEmptyStrings().splitToList(text);
    Set<String> keys = new LinkedHashSet<>();
    for (String piece : pieces) {
      int equals = piece.indexOf('=');
      if (equals > 0 && KEY.matcher(piece.substring(0, equals)).matches()) {
        keys.add(piece.substring(0, equals));
      }
    }
    if (keys.size() == pieces.size() && keys.size() > 1) {
      all.add(candidate("kv", keys, delimited(delimiter, " ")));
    }
  }

  private void addColumns(String delimiter, List<DraftCandidate> all) {
    int columns = columns(delimiter.charAt(0));
    if (columns > 1) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        names.add("column_" + i);
      }
      all.add(candidate("csv", names, delimited(delimiter, ",")));
    }
  }

  /** How many columns there are, were a quote to open only at the start of a column. */
  private int columns(char delimiter) {
    int columns = 1;
    boolean quoted = false;
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (quoted || start)) {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        columns++;
      }
      start = c == delimiter && !quoted;
    }
    return columns;
  }

  private static Map<String, FieldValue> delimited(String delimiter, String usual) {
    return delimiter.equals(usual) ? Map.of() : Map.of(DELIMITER, FieldValue.of(delimiter));
  }

  private DraftCandidate candidate(
      String parser, Iterable<String> names, Map<String, FieldValue> configuration) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(name, STRING));
    return new DraftCandidate(type, parser, FieldValue.map(fields), configuration);
  }
}
