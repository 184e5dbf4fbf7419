package io.streamalert.classify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV text is to be read.
 *
 * @param delimiter stands between columns
 * @param quote stands around a column
 * @param escape takes its meaning from the next character, or null where none does
 */
record CsvDialect(char delimiter, char quote, @Nullable Character escape) {

  static CsvDialect of(LogSchema schema) {
    ParserOptions options = new ParserOptions(schema);
    return new CsvDialect(
        options.character("delimiter").orElse(','),
        options.character("quotechar").orElse('"'),
        options.character("escapechar").orElse(null));
  }

  /** The rows of a text, or empty if it is no CSV. */
  Optional<List<List<String>>> rows(String text) {
    return new CsvReader(this).read(text);
  }

  boolean isEscape(int c) {
    return escape != null && escape == c;
  }
}
