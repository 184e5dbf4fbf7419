package io.streamalert.local.state;

import java.util.Optional;

/**
 * How often each feed has taken up the batch that comes after its checkpoint, so that a batch which
 * ends the process again and again can be told. A commit with a new checkpoint of the feed starts
 * the count anew. Thread-safe.
 */
public final class Attempts {

  private final Database database;

  /**
   * The attempts in an open file.
   *
   * @param file the file
   */
  public Attempts(StateFile file) {
    this.database = file.database();
  }

  /**
   * Notes durably that a feed takes up its next batch.
   *
   * @param feed the name of the feed
   * @param checkpoint the checkpoint after which the batch comes; empty before the first
   * @return for which time in a row it does, from 1
   */
  public int takeUp(String feed, Optional<String> checkpoint) {
    return database.write(session -> {
      session.update(
          "INSERT INTO attempt (feed, checkpoint, attempts) VALUES (?, ?, 1) ON CONFLICT (feed) DO"
              + " UPDATE SET checkpoint = excluded.checkpoint,"
              + " attempts = iif(checkpoint IS excluded.checkpoint, attempts + 1, 1)",
          feed,
          checkpoint.orElse(null));
      return (int) session.number("SELECT attempts FROM attempt WHERE feed = ?", feed);
    });
  }

  /**
   * Starts the count of a feed anew, for an orderly end that leaves a batch behind.
   *
   * @param feed the name of the feed
   */
  public void clear(String feed) {
    database.write(session -> session.update("DELETE FROM attempt WHERE feed = ?", feed));
  }
}
