package io.streamalert.local.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The folder in which StreamAlert on one machine keeps what must survive its end. The file {@code
 * state.db} is a SQLite database that only this class may write; while it is open, a second one on
 * the same folder is refused, in this process and in others.
 *
 * <p>What was written is durable when the method that wrote it returns, also if the machine loses
 * its power then. A copy of {@code state.db} and {@code state.db-wal}, taken at one moment, is
 * complete.
 *
 * <p>Thread-safe.
 */
public final class StateFile implements AutoCloseable {

  private final StateLock lock;
  private final Database database;
  private final String instanceId;
  private final LookupCache lookups;

  private StateFile(StateLock lock, Database database) {
    this.lock = lock;
    this.database = database;
    this.lookups = new LookupCache(database);
    this.instanceId = database.instanceId();
  }

  /**
   * Opens a folder; makes it, with an empty state, if there is none. After a crash the file is
   * checked first, which takes about as long as to read it once.
   *
   * @param folder the folder; what is made in it is for its owner alone
   * @return the open file
   * @throws io.streamalert.settings.ConfigException if the folder cannot be written or is in use by
   *     another StreamAlert, or if its file is damaged, of a newer version or no state file at all
   */
  public static StateFile open(Path folder) {
    return open(folder, Migrations.all());
  }

  static StateFile open(Path folder, Migrations migrations) {
    StateFolder place = new StateFolder(Objects.requireNonNull(folder, "folder").toAbsolutePath());
    place.prepare();
    try {
      return open(place, StateLock.take(place), migrations);
    } catch (SQLException e) {
      throw Failures.isNoDatabase(e)
          ? Refusals.foreign(place.file())
          : Refusals.failed(place.file(), Failures.meaning(e));
    }
  }

  private static StateFile open(StateFolder place, StateLock lock, Migrations migrations)
      throws SQLException {
    boolean opened = false;
    try {
      StateFile file = new StateFile(lock, Database.open(place.file(), migrations));
      opened = true;
      return file;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /**
   * What tells this state from every other one, so that files which belong together can be told.
   *
   * @return 32 hexadecimal digits, made at random when the folder was made
   */
  public String instanceId() {
    return instanceId;
  }

  Database database() {
    return database;
  }

  LookupCache lookups() {
    return lookups;
  }

  /**
   * Ends the use of the folder: waits for calls that go on, and leaves everything in {@code
   * state.db} alone. A second call does nothing; other methods of what was made from this file then
   * throw {@link IllegalStateException}.
   *
   * @throws java.io.UncheckedIOException if the file could not be left like that; nothing is lost
   */
  @Override
  public void close() {
    try {
      database.close();
    } finally {
      release();
    }
  }

  private void release() {
    try {
      lock.close();
    } catch (SQLException e) {
      throw Failures.unchecked(database.file(), e);
    }
  }

  /** {@return the path of the file} */
  @Override
  public String toString() {
    return "StateFile[" + database.file() + "]";
  }
}
