package io.streamalert.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a runtime offers to a {@link LogFeed} that it runs. Safe for use by many threads.
 *
 * <p>The batches of one feed are stored in the order in which they were handed over. If one cannot
 * be stored, none of the later ones is.
 */
public interface FeedContext {

  /**
   * Hands a batch over, and first waits until there is room for it: that is how a feed is slowed
   * when the rest cannot follow.
   *
   * @param batch the batch
   * @return completes when all that the batch raised is durable; only then may the feed tell its
   *     source that it has the logs. Completes with an exception if the batch was not, or perhaps
   *     not, stored. What is chained to it may run on the thread that stores, so it must be quick
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  CompletionStage<FeedReceipt> submit(FeedBatch batch) throws InterruptedException;

  /**
   * Hands a batch over if there is room for it at once.
   *
   * @param batch the batch
   * @return as {@link #submit} does; empty if there is no room, and then the batch was not taken
   */
  Optional<CompletionStage<FeedReceipt>> trySubmit(FeedBatch batch);

  /**
   * Waits for something to read, or for the end.
   *
   * @param time for how long at most; not negative. Zero asks only whether to stop
   * @return true to go on, false if the feed has to return soon
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  boolean pause(Duration time) throws InterruptedException;

  /**
   * The runtime's clock.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Tells an operator about something that the feed could not read, and that did not stop it.
   *
   * @param place where, as a person would look for it, such as a path
   * @param problem what is wrong and how to mend it; without any content of a log
   */
  void report(String place, String problem);
}
