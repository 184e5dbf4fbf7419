package io.streamalert.local.durable;

import io.streamalert.feed.LogFeed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one feed, and runs it again from its stored checkpoint after something went wrong. */
final class FeedThread {

  private final LogFeed feed;
  private final Function<String, FeedRun> runs;
  private final Supplier<Optional<String>> checkpoint;
  private final BiConsumer<String, String> reports;
  private final Duration rest;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable FeedRun current;

  FeedThread(
      LogFeed feed,
      Function<String, FeedRun> runs,
      Supplier<Optional<String>> checkpoint,
      BiConsumer<String, String> reports,
      Duration rest) {
    this.feed = feed;
    this.runs = runs;
    this.checkpoint = checkpoint;
    this.reports = reports;
    this.rest = rest;
    this.thread = new Thread(this::work, "streamalert-feed-" + feed.name());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Asks the feed to return. */
  synchronized void end() {
    ending.countDown();
    if (current != null) {
      current.end();
    }
  }

  void join() throws InterruptedException {
    thread.join();
  }

  /** Gives the feed up that did not return. */
  void interrupt() {
    thread.interrupt();
  }

  private void work() {
    try {
      boolean again = true;
      while (again) {
        again = runOnce() && !ending.await(rest.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      // The runtime gives this feed up: its thread ends here.
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the feed has to be run again. */
  private boolean runOnce() throws InterruptedException {
    FeedRun run = begin();
    boolean failed = !runTo(run);
    run.awaitSettled();
    if (run.isBroken()) {
      reports.accept(feed.name(), "has a batch that was not stored, and is read again from there");
    }
    return failed || run.isBroken();
  }

  /** Whether the feed came to its end. */
  private boolean runTo(FeedRun run) throws InterruptedException {
    try {
      feed.run(checkpoint.get(), run);
      return true;
    } catch (IOException e) {
      reports.accept(feed.name(), "cannot be read and is tried again: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // Not its message, which may hold a value of a log.
      reports.accept(feed.name(), "broke with " + e.getClass().getName() + " and is run again");
    }
    return false;
  }

  private synchronized FeedRun begin() {
    FeedRun run = runs.apply(feed.name());
    current = run;
    if (ending.getCount() == 0) {
      run.end();
    }
    return run;
  }
}
