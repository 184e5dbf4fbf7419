package io.streamalert.local.state;

import io.streamalert.local.state.Transactions.Work;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The open file: one connection that writes, for one thread at a time, and as many that read as
 * threads do so together. Thread-safe.
 */
final class Database implements AutoCloseable {

  private final Path file;
  private final String instanceId;
  private final Lock writing = new ReentrantLock();
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private final Queue<Session> readers = new ConcurrentLinkedQueue<>();
  // Guarded by writing; null after a failure from which the connection did not recover.
  private @Nullable Session writer;
  // Guarded by life.
  private boolean closed;

  private Database(Path file, String instanceId, Session writer) {
    this.file = file;
    this.instanceId = instanceId;
    this.writer = writer;
  }

  /** Opens a file that exists; an empty one becomes a state file. */
  static Database open(Path file, Migrations migrations) throws SQLException {
    Session writer = Connections.writer(file);
    try {
      migrations.check(writer, file);
      writer.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
      migrations.apply(writer);
      checkAfterCrash(writer, file);
      String instance =
          writer.first("SELECT instance FROM head", row -> row.getString(1)).orElseThrow();
      return new Database(file, instance, writer);
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** SQLite survives a crash; but what made the process crash may have hurt the disk. */
  private static void checkAfterCrash(Session writer, Path file) throws SQLException {
    if (writer.number("SELECT clean FROM head") == 0) {
      String finding =
          writer.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("no answer");
      if (!finding.equals("ok")) {
        throw Refusals.damaged(file, finding);
      }
    }
    writer.update("UPDATE head SET clean = 0");
  }

  Path file() {
    return file;
  }

  String instanceId() {
    return instanceId;
  }

  /** Runs work that changes something, as a whole or not at all; durable when it returns. */
  <T> T write(Work<T> work) {
    return alive(() -> {
      writing.lock();
      try {
        return writeAlone(work);
      } finally {
        writing.unlock();
      }
    });
  }

  private <T> T writeAlone(Work<T> work) throws SQLException {
    Session session = writer == null ? Connections.writer(file) : writer;
    writer = session;
    try {
      return Transactions.run(session, work);
    } catch (SQLException e) {
      if (e.getSuppressed().length > 0) {
        writer = null;
        session.close();
      }
      throw e;
    }
  }

  /** Runs work that only reads; it sees everything that was committed before. */
  <T> T read(Work<T> work) {
    return alive(() -> {
      Session idle = readers.poll();
      Session session = idle == null ? Connections.reader(file) : idle;
      boolean done = false;
      try {
        T result = work.on(session);
        done = true;
        return result;
      } finally {
        if (done) {
          readers.add(session);
        } else {
          session.close();
        }
      }
    });
  }

  private interface Call<T> {

    T run() throws SQLException;
  }

  private <T> T alive(Call<T> call) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The state file " + file + " is closed");
      }
      return call.run();
    } catch (SQLException e) {
      throw Failures.unchecked(file, e);
    } finally {
      life.readLock().unlock();
    }
  }

  /**
   * Waits for work that goes on, and leaves one file behind. A second call does nothing.
   *
   * @throws UncheckedIOException if something is not as a clean end leaves it; nothing is lost then
   */
  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        closeAll();
      }
    } catch (SQLException e) {
      throw Failures.unchecked(file, e);
    } finally {
      life.writeLock().unlock();
    }
  }

  private void closeAll() throws SQLException {
    for (Session reader : readers) {
      reader.close();
    }
    try (Session last = writer == null ? Connections.writer(file) : writer) {
      last.update("UPDATE head SET clean = 1");
      last.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    }
  }
}
