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

  /**
   * Runs the work, and commits it unless it throws. Where a failure has something suppressed, the
   * work could not be rolled back, or SQLite had done so itself.
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
      failure.addSuppressed(e);
    }
  }
}
