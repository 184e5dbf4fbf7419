package io.streamalert.local.durable;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedReceipt;
import java.util.concurrent.CompletableFuture;

/**
 * A batch on its way.
 *
 * @param run the run of the feed that handed it over
 * @param batch the batch
 * @param outcome what a worker makes of it
 * @param receipt what the feed waits for
 */
record Work(
    FeedRun run,
    FeedBatch batch,
    CompletableFuture<Outcome> outcome,
    CompletableFuture<FeedReceipt> receipt) {

  Work(FeedRun run, FeedBatch batch) {
    this(run, batch, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
