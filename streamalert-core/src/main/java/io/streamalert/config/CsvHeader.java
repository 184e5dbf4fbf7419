package io.streamalert.config;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row that names the columns of the others: distinct words, of which at least one has no digit
 * where all other rows have some.
 *
 * @param row the row
 * @param places where in the rows it stands, more than once where files were joined
 * @param rest the other rows
 */
record CsvHeader(FieldValue row, List<Integer> places, List<FieldValue> rest) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_ .-]{0,63}");

  static Optional<CsvHeader> in(List<FieldValue> rows) {
    FieldValue first = rows.get(0);
    List<Integer> places = new ArrayList<>();
    List<FieldValue> rest = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).equals(first)) {
        places.add(i);
      } else {
        rest.add(rows.get(i));
      }
    }
    CsvHeader header = new CsvHeader(first, places, rest);
    return !rest.isEmpty() && header.hasDistinctWords() && header.differs()
        ? Optional.of(header)
        : Optional.empty();
  }

  String name(String column) {
    return row.at(column).asText().strip();
  }

  private boolean hasDistinctWords() {
    List<String> names = row.fields().keySet().stream().map(this::name).toList();
    return names.stream().allMatch(name -> WORD.matcher(name).matches())
        && new HashSet<>(names).size() == names.size();
  }

  private boolean differs() {
    return row.fields().keySet().stream()
        .anyMatch(column -> !hasDigit(row.at(column))
            && rest.stream().allMatch(other -> hasDigit(other.at(column))));
  }

  private static boolean hasDigit(FieldValue cell) {
    return cell.asText().chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
