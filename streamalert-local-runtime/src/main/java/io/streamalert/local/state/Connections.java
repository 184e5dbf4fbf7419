package io.streamalert.local.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens connections, all with the same guarantees. */
final class Connections {

  /** How long a statement waits for other programs, such as one that makes a backup. */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** Down to this size the log of SQLite shrinks again after a large commit. */
  private static final int LOG_BYTES = 64 << 20;

  private Connections() {}

  static Session writer(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setJournalSizeLimit(LOG_BYTES);
    return open(config, file);
  }

  static Session reader(Path file) throws SQLException {
    Session session = writer(file);
    session.script("PRAGMA query_only = ON");
    return session;
  }

  static Session lock(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(0);
    return open(config, file);
  }

  /** As a URI, in which no sign of the path has a meaning of its own. */
  private static Session open(SQLiteConfig config, Path file) throws SQLException {
    return new Session(config.createConnection("jdbc:sqlite:" + file.toUri()));
  }
}
