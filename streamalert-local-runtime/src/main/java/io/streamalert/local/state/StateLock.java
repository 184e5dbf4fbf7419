package io.streamalert.local.state;

import java.sql.SQLException;

/**
 * Keeps others away from a state folder, also in this process, for as long as it is open. The system
 * ends it with the process. It is a lock of SQLite, as one of {@link java.nio.channels.FileChannel}
 * would end when this process opens and closes the file a second time.
 */
final class StateLock implements AutoCloseable {

  private final Session session;

  private StateLock(Session session) {
    this.session = session;
  }

  static StateLock take(StateFolder folder) throws SQLException {
    Session session = Connections.lock(folder.lock());
    try {
      session.script("BEGIN EXCLUSIVE");
      return new StateLock(session);
    } catch (SQLException e) {
      session.close();
      if (Failures.isBusy(e)) {
        throw Refusals.inUse(folder.folder());
      }
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
