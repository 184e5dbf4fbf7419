package io.streamalert.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines whose columns stand below each other. */
final class Table {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(heads);
  }

  /** Adds a row of as many cells as there are heads. */
  void row(String... cells) {
    rows.add(cells);
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.length - 1; column++) {
      line.append(cells[column])
          .append(" ".repeat(width(column) - cells[column].length()))
          .append(GAP);
    }
    return line.append(cells[cells.length - 1]).toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
