package io.streamalert.local.feed;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.local.feed.Collector.Frames;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Gathers what is read of many files until it is worth a batch. Not thread-safe. */
final class Outbox {

  private final FeedContext context;
  private final int batchBytes;
  private final AtomicBoolean failed = new AtomicBoolean();
  private FeedBatch.Builder batch = FeedBatch.builder();
  private boolean empty = true;
  private long bytes;

  Outbox(FeedContext context, int batchBytes) {
    this.context = context;
    this.batchBytes = batchBytes;
  }

  void add(Frames frames) {
    batch.logs(frames.logs()).blankLines(frames.blankLines());
    frames.refused().forEach(batch::refused);
    bytes += frames.bytes();
    empty = false;
  }

  boolean isFull() {
    return bytes >= batchBytes;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Hands over what was gathered, and waits for room. */
  void submit(Supplier<String> checkpoint) throws InterruptedException {
    FeedBatch built = batch.checkpoint(checkpoint.get()).build();
    batch = FeedBatch.builder();
    bytes = 0;
    empty = true;
    CompletionStage<FeedReceipt> stored = context.submit(built);
    stored.whenComplete((receipt, error) -> failed.compareAndSet(false, error != null));
  }

  /** Whether a batch could not be stored, so that none of the later ones will be. */
  boolean hasFailed() {
    return failed.get();
  }
}
