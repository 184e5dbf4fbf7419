package io.streamalert.classify;

import com.google.common.base.Splitter;
import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record is a text of keys and values, such as {@code user=a port=22}. */
final class KeyValuePairs implements Extraction {

  private final List<String> keys;
  private final Splitter pieces;
  private final String separator;

  KeyValuePairs(LogSchema schema) {
    ParserOptions options = new ParserOptions(schema);
    this.keys = List.copyOf(schema.fields().keySet());
    this.pieces = Splitter.on(options.text("delimiter").orElse(" ")).omitEmptyStrings();
    this.separator = options.text("separator").orElse("=");
  }

  @Override
  public List<Candidate> from(Payload payload) {
    Optional<String> text = payload.plainText();
    return text.isPresent() ? List.of(read(pieces.splitToList(text.get()))) : List.of();
  }

  private Candidate read(List<String> found) {
    if (found.size() != keys.size()) {
      return Candidate.rejected(
          FieldValue.of(found), "has " + found.size() + " pairs, not " + keys.size());
    }
    Map<String, FieldValue> record = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      add(found.get(i), keys.get(i), record);
    }
    return Candidate.of(FieldValue.map(record));
  }

  /** A key that comes again stands for the key that the schema has at its place. */
  private void add(String piece, String keyOfPlace, Map<String, FieldValue> record) {
    int at = piece.indexOf(separator);
    if (at >= 0) {
      String key = piece.substring(0, at);
      FieldValue value = FieldValue.of(piece.substring(at + separator.length()));
      record.put(record.containsKey(key) ? keyOfPlace : key, value);
    }
  }

  @Override
  public String nothing(Payload payload) {
    return "is no text of keys and values";
  }

  @Override
  public Takes takes() {
    return Takes.text();
  }
}
