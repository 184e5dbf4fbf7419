package io.streamalert.local.durable;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One run of a feed, from a stored checkpoint on until it returns. */
final class FeedRun implements FeedContext {

  private final String feed;
  private final Intake intake;
  private final Clock clock;
  private final BiConsumer<String, String> reports;
  private final CountDownLatch ending = new CountDownLatch(1);
  private volatile boolean broken;
  private int underWay;

  /** Where batches go. */
  interface Intake {

    /** Takes a batch for which room was made. */
    CompletionStage<FeedReceipt> take(FeedRun run, FeedBatch batch);

    Room room();
  }

  FeedRun(String feed, Intake intake, Clock clock, BiConsumer<String, String> reports) {
    this.feed = feed;
    this.intake = intake;
    this.clock = clock;
    this.reports = reports;
  }

  String feed() {
    return feed;
  }

  /** No batch of this run is stored any more, as one before was not. */
  void fail() {
    broken = true;
    end();
  }

  boolean isBroken() {
    return broken;
  }

  /** A batch was handed over. */
  synchronized void begin() {
    underWay++;
  }

  /** A batch was stored or never will be. */
  synchronized void settle() {
    underWay--;
    notifyAll();
  }

  /** Waits until nothing of this run is on its way, so that the stored checkpoint is its last. */
  synchronized void awaitSettled() throws InterruptedException {
    while (underWay > 0) {
      wait();
    }
  }

  /** Asks the feed to return. */
  void end() {
    ending.countDown();
  }

  @Override
  public CompletionStage<FeedReceipt> submit(FeedBatch batch) throws InterruptedException {
    intake.room().enter(batch.bytes());
    return intake.take(this, batch);
  }

  @Override
  public Optional<CompletionStage<FeedReceipt>> trySubmit(FeedBatch batch) {
    return intake.room().tryEnter(batch.bytes())
        ? Optional.of(intake.take(this, batch))
        : Optional.empty();
  }

  @Override
  public boolean pause(Duration time) throws InterruptedException {
    return !ending.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public void report(String place, String problem) {
    reports.accept(place, problem);
  }
}
