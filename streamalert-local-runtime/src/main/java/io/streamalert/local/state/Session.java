package io.streamalert.local.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with the statements that were prepared on it. Belongs to one thread at a time.
 * Arguments are texts, bytes, numbers or null.
 */
final class Session implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {

    T read(ResultSet row) throws SQLException;
  }

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Executes statements that are separated by semicolons and have no arguments. */
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Executes a statement that changes rows, and tells how many. */
  int update(String sql, @Nullable Object... arguments) throws SQLException {
    return run(sql, arguments, PreparedStatement::executeUpdate);
  }

  /** All rows of an answer. */
  <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    return query(sql, arguments, answer -> {
      List<T> rows = new ArrayList<>();
      while (answer.next()) {
        rows.add(row.read(answer));
      }
      return rows;
    });
  }

  /** The first row of an answer. */
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    return query(
        sql, arguments, answer -> answer.next() ? Optional.of(row.read(answer)) : Optional.empty());
  }

  /** The rows of an answer by the text in their first column, in the order of the answer. */
  <T> Map<String, T> map(String sql, Row<T> value, @Nullable Object... arguments)
      throws SQLException {
    return query(sql, arguments, answer -> {
      Map<String, T> rows = new LinkedHashMap<>();
      while (answer.next()) {
        rows.put(answer.getString(1), value.read(answer));
      }
      return rows;
    });
  }

  /** The number that is the answer to a question which always has one. */
  long number(String sql, @Nullable Object... arguments) throws SQLException {
    return first(sql, row -> row.getLong(1), arguments).orElseThrow();
  }

  private <T> T query(String sql, @Nullable Object[] arguments, Row<T> rows) throws SQLException {
    return run(sql, arguments, statement -> {
      try (ResultSet answer = statement.executeQuery()) {
        return rows.read(answer);
      }
    });
  }

  private interface Execution<T> {

    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, @Nullable Object[] arguments, Execution<T> execution)
      throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return execution.of(statement);
    } catch (SQLException e) {
      prepared.remove(sql); // The driver ends a statement that failed.
      statement.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
