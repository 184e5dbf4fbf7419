package io.streamalert.feed;

import java.io.IOException;
import java.util.Optional;

/**
 * A lasting source of raw logs, such as a folder of files that grow or a port that takes requests.
 *
 * <p>A feed keeps no state of its own. How far it has come is in the checkpoints of its batches,
 * which the runtime stores in one step with everything that the batch raised. So whenever the
 * process ends, the feed starts again behind the last batch that was stored.
 *
 * <p>A feed is run by one thread at a time. After it threw, and after a failed commit, it is run
 * again from the last stored checkpoint, so whatever it remembers of an earlier run must not count.
 */
public interface LogFeed {

  /**
   * The name under which the checkpoints are stored; of all feeds of a runtime no other has it, and
   * it stays the same over restarts.
   *
   * @return the name; not blank
   */
  String name();

  /**
   * Reads until there is nothing more to come or until {@link FeedContext#pause} tells to stop.
   *
   * @param checkpoint the checkpoint of this feed's newest batch that was stored; empty at the very
   *     first start
   * @param context takes the batches
   * @throws IOException if the source cannot be read. The runtime reports it and runs the feed again
   *     after a while
   * @throws InterruptedException if the thread was interrupted; the runtime does so only to end it
   */
  void run(Optional<String> checkpoint, FeedContext context)
      throws IOException, InterruptedException;
}
