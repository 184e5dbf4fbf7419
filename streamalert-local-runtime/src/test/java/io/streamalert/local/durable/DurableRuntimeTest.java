package io.streamalert.local.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.LiveStreamAlert;
import io.streamalert.StreamAlert;
import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.feed.LogFeed;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableRuntimeTest {

  @TempDir
  Path folder;

  private final List<String> reports = Collections.synchronizedList(new ArrayList<>());

  private DurableRuntimeBuilder builder(LogFeed... feeds) {
    return builder(CountingFeed.streamAlert(), feeds);
  }

  private DurableRuntimeBuilder builder(StreamAlert streamAlert, LogFeed... feeds) {
    return DurableRuntime.builder(LiveStreamAlert.of(streamAlert), folder.resolve("state"))
        .feeds(List.of(feeds))
        .workers(2)
        .rest(Duration.ZERO)
        .reports((place, problem) -> reports.add(place + " " + problem));
  }

  @Test
  void storesWhatFeedsHandOver() throws Exception {
    CountingFeed first = CountingFeed.of("first", 500);
    CountingFeed second = CountingFeed.of("second", 300);

    try (DurableRuntime runtime = builder(first, second).start()) {
      runtime.awaitFeeds();
    }

    StoredState.assertComplete(folder.resolve("state"), List.of(first, second));
    for (CompletionStage<FeedReceipt> receipt : first.receipts()) {
      assertThat(receipt.toCompletableFuture().get().repeated()).isFalse();
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void goesOnBehindTheLastStoredBatch() throws Exception {
    CountingFeed half = CountingFeed.of("feed", 200);
    try (DurableRuntime runtime = builder(half).start()) {
      runtime.awaitFeeds();
    }
    CountingFeed whole = CountingFeed.of("feed", 450);

    try (DurableRuntime runtime = builder(whole).start()) {
      runtime.awaitFeeds();
      assertThat(runtime.store().checkpoint("feed")).isPresent();
    }

    assertThat(whole.receipts()).hasSize(36); // of 250 logs
    StoredState.assertComplete(folder.resolve("state"), List.of(whole));
  }

  @Test
  void aFeedThatFailsIsRunAgainFromItsCheckpoint() throws Exception {
    CountingFeed inner = CountingFeed.of("feed", 100);
    List<Optional<String>> starts = new ArrayList<>();
    LogFeed failing = new LogFeed() {
      @Override
      public String name() {
        return "feed";
      }

      @Override
      public void run(Optional<String> checkpoint, FeedContext context)
          throws IOException, InterruptedException {
        starts.add(checkpoint);
        if (starts.size() == 1) {
          CompletionStage<FeedReceipt> stored = context.submit(FeedBatch.builder()
              .logs(inner.logs().subList(0, 40))
              .checkpoint("40")
              .build());
          stored.toCompletableFuture().join();
          throw new IOException("the disk was taken out");
        }
        if (starts.size() == 2) {
          throw new IllegalStateException("a defect");
        }
        inner.run(checkpoint, context);
      }
    };

    try (DurableRuntime runtime = builder(failing).start()) {
      runtime.awaitFeeds();
    }

    assertThat(starts).containsExactly(Optional.empty(), Optional.of("40"), Optional.of("40"));
    assertThat(reports)
        .containsExactly(
            "feed cannot be read and is tried again: the disk was taken out",
            "feed broke with java.lang.IllegalStateException and is run again");
    StoredState.assertComplete(folder.resolve("state"), List.of(inner));
  }

  /** A defect of the machine, which no rule can turn into an outcome. */
  private static StreamAlert breakingOnce() {
    AtomicBoolean broken = new AtomicBoolean();
    return CountingFeed.builder()
        .rules(Rule.of(RuleSpec.named("breaking").logs("test:login").build(), (record, context) -> {
          if (record.at("number").is(8) && !broken.getAndSet(true)) {
            throw new InternalError("a defect");
          }
          return false;
        }))
        .build();
  }

  @Test
  void aFeedWhoseBatchBrokeIsRunAgainFromItsCheckpoint() throws Exception {
    CountingFeed feed = CountingFeed.of("feed", 60);

    try (DurableRuntime runtime = builder(breakingOnce(), feed).start()) {
      runtime.awaitFeeds();
      assertThat(runtime.failure()).isEmpty();
    }

    assertThat(reports)
        .containsExactly("feed has a batch that was not stored, and is read again from there");
    StoredState.assertComplete(folder.resolve("state"), List.of(feed));
  }

  @Test
  void aBatchOfTheOwnerThatBrokeTouchesNoOther() throws Exception {
    CountingFeed feed = CountingFeed.of("own", 20);
    FeedBatch batch = FeedBatch.builder().logs(feed.logs()).build();
    try (DurableRuntime runtime = builder(breakingOnce()).start()) {
      CompletionStage<FeedReceipt> broken = runtime.submit(batch);
      assertThatThrownBy(() -> broken.toCompletableFuture().get())
          .hasCauseInstanceOf(InternalError.class);

      assertThat(runtime.submit(batch).toCompletableFuture().get().repeated()).isFalse();
      assertThat(runtime.failure()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> runtime.submit(FeedBatch.builder().checkpoint("1").build()))
          .withMessageContaining("LogFeed");
    }
    StoredState.assertComplete(folder.resolve("state"), List.of(feed));
  }

  @Test
  void aRepeatedKeyCountsOnce() throws Exception {
    CountingFeed feed = CountingFeed.of("feed", 20);
    FeedBatch batch = FeedBatch.builder().logs(feed.logs()).key("request").build();
    try (DurableRuntime runtime = builder().start()) {
      CompletionStage<FeedReceipt> first = runtime.submit(batch);
      CompletionStage<FeedReceipt> second = runtime.submit(batch);
      CompletionStage<FeedReceipt> third = runtime.trySubmit(batch).orElseThrow();

      assertThat(first.toCompletableFuture().get()).isEqualTo(new FeedReceipt(1, false));
      assertThat(second.toCompletableFuture().get()).isEqualTo(new FeedReceipt(1, true));
      assertThat(third.toCompletableFuture().get()).isEqualTo(new FeedReceipt(1, true));
    }
    StoredState.assertComplete(folder.resolve("state"), List.of(feed));
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() throws Exception {
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FeedBatch large =
        FeedBatch.builder().logs(CountingFeed.of("own", 10).logs()).build();
    try (DurableRuntime runtime = builder().bytesUnderWay(1).start()) {
      CompletionStage<Void> held = runtime.submit(large).thenAccept(receipt -> {
        atWork.countDown();
        awaitCalmly(goOn);
      });
      atWork.await();

      CompletionStage<FeedReceipt> next = runtime.submit(large);
      assertThat(runtime.trySubmit(large)).isEmpty();
      assertThat(runtime.batchesUnderWay()).isEqualTo(1);

      goOn.countDown();
      held.toCompletableFuture().get();
      next.toCompletableFuture().get();
    }
  }

  private static void awaitCalmly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void storesNothingAfterItsEnd() throws Exception {
    DurableRuntime runtime = builder().start();
    runtime.close();
    runtime.close();

    CompletionStage<FeedReceipt> late = runtime.submit(FeedBatch.builder().build());

    assertThatThrownBy(() -> late.toCompletableFuture().get())
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("nothing more");
  }

  @Test
  void refusesAFolderInUseAndFeedsOfOneName() {
    try (DurableRuntime runtime = builder().start()) {
      assertThat(runtime.failure()).isEmpty();
      assertThatThrownBy(() -> builder().start()).isInstanceOf(ConfigException.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(CountingFeed.of("one", 1), CountingFeed.of("one", 2)))
        .withMessageContaining("\"one\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(CountingFeed.of(DurableRuntime.EMBEDDED, 1)))
        .withMessageContaining("\"embedded\"");
  }
}
