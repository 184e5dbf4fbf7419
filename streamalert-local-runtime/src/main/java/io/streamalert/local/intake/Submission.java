package io.streamalert.local.intake;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands batches to a runtime. A batch whose key is on its way already is not handed over again but waits for the same
 * end; the runtime knows only the keys of those that are stored. Thread-safe.
 */
final class Submission {

  private final FeedContext context;
  private final Map<String, CompletableFuture<Optional<FeedReceipt>>> onTheirWay =
      new ConcurrentHashMap<>();

  Submission(FeedContext context) {
    this.context = context;
  }

  /**
   * Hands a batch over.
   *
   * @return completes when it is stored; with nothing if there is no room for it, and with an exception if it was not,
   *     or perhaps not, stored
   */
  CompletionStage<Optional<FeedReceipt>> submit(FeedBatch batch) {
    return batch.key().map(key -> submitOnce(key, batch)).orElseGet(() -> hand(batch));
  }

  private CompletionStage<Optional<FeedReceipt>> submitOnce(String key, FeedBatch batch) {
    CompletableFuture<Optional<FeedReceipt>> end = new CompletableFuture<>();
    CompletableFuture<Optional<FeedReceipt>> other = onTheirWay.putIfAbsent(key, end);
    if (other != null) {
      return other.thenApply(receipt -> receipt.map(Submission::repeated));
    }
    hand(batch).whenComplete((receipt, error) -> {
      onTheirWay.remove(key);
      if (error == null) {
        end.complete(receipt);
      } else {
        end.completeExceptionally(error);
      }
    });
    return end;
  }

  private static FeedReceipt repeated(FeedReceipt receipt) {
    return new FeedReceipt(receipt.commitNumber(), true);
  }

  private CompletionStage<Optional<FeedReceipt>> hand(FeedBatch batch) {
    try {
      return context
          .trySubmit(batch)
          .map(stored -> stored.thenApply(Optional::of))
          .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
