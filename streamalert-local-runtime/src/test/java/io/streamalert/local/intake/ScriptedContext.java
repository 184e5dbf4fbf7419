package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A runtime that stores what a test lets it store, and knows the keys of that. */
final class ScriptedContext implements FeedContext {

  /** A batch that was handed over, and its end. */
  record Handed(FeedBatch batch, CompletableFuture<FeedReceipt> end) {

    void fail() {
      end.completeExceptionally(new IllegalStateException("the disk is full"));
    }
  }

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final long SHORT_MILLIS = 10;

  private final BlockingQueue<Handed> handed = new LinkedBlockingQueue<>();
  private final AtomicLong commits = new AtomicLong();
  private final Map<String, Long> keys = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean storing = true;
  private volatile boolean full;

  /** From now on batches whose keys are not known wait for {@link #store} or a failure. */
  void holdBack() {
    storing = false;
  }

  /** From now on there is no room, or there is again. */
  void full(boolean isFull) {
    full = isFull;
  }

  /** Tells the feed to stop. */
  void stop() {
    end.countDown();
  }

  /** The next batch that was handed over. */
  Handed next() throws InterruptedException {
    Handed next = handed.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(next).as("a batch").isNotNull();
    return next;
  }

  /** The batches that nobody asked for yet. */
  int waiting() {
    return handed.size();
  }

  void store(Handed batch) {
    batch.end().complete(receipt(batch.batch()));
  }

  private FeedReceipt receipt(FeedBatch batch) {
    long number = commits.incrementAndGet();
    Long known = batch.key().map(key -> keys.putIfAbsent(key, number)).orElse(null);
    return known == null ? new FeedReceipt(number, false) : new FeedReceipt(known, true);
  }

  @Override
  public CompletionStage<FeedReceipt> submit(FeedBatch batch) {
    throw new AssertionError("A server must not wait");
  }

  @Override
  public Optional<CompletionStage<FeedReceipt>> trySubmit(FeedBatch batch) {
    if (full) {
      return Optional.empty();
    }
    Handed next = new Handed(batch, new CompletableFuture<>());
    handed.add(next);
    if (storing || batch.key().filter(keys::containsKey).isPresent()) {
      store(next);
    }
    return Optional.of(next.end());
  }

  @Override
  public boolean pause(Duration time) throws InterruptedException {
    return !end.await(Math.min(time.toMillis(), SHORT_MILLIS), TimeUnit.MILLISECONDS);
  }

  @Override
  public Clock clock() {
    return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  }

  @Override
  public void report(String place, String problem) {
    throw new AssertionError(place + ": " + problem);
  }
}
