package io.streamalert.local.state;

import java.sql.SQLException;

/** Runs work as a whole or not at all. */
final class Transactions {

  private Transactions() {}

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T> {

    T on(Session session) throws SQLException;
  }

  /** What SQLite says if it has rolled back itself, as on a full disk. */
  private static final String NONE_LEFT = "no transaction is active";

  /**
   * Runs the work, and commits it unless it throws. Where a failure has something suppressed, the
   * work could not be rolled back.
   */
  static <T> T run(Session session, Work<T> work) throws SQLException {
    session.script("BEGIN IMMEDIATE");
    try {
      T result = work.on(session);
      session.script("COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(session, e);
      throw e;
    }
  }

  private static void rollBack(Session session, Throwable failure) {
    try {
      session.script("ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains(NONE_LEFT)) {
        failure.addSuppressed(e);
      }
    }
  }
}
