package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.local.intake.ScriptedContext.Handed;
import io.streamalert.record.RawLog;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SubmissionTest {

  private static final FeedBatch KEYED =
      FeedBatch.builder().log(RawLog.of("x")).key("k").build();
  private static final FeedBatch UNKEYED =
      FeedBatch.builder().log(RawLog.of("x")).build();

  private final ScriptedContext context = new ScriptedContext();
  private final Submission submission = new Submission(context);

  @Test
  void aKeyOnItsWayIsHandedOverOnce() throws InterruptedException {
    context.holdBack();
    CompletableFuture<Optional<FeedReceipt>> first = submit(KEYED);
    CompletableFuture<Optional<FeedReceipt>> second = submit(KEYED);
    Handed batch = context.next();
    assertThat(context.waiting()).isZero();
    assertThat(second).isNotDone();

    context.store(batch);

    assertThat(first).isCompletedWithValue(Optional.of(new FeedReceipt(1, false)));
    assertThat(second).isCompletedWithValue(Optional.of(new FeedReceipt(1, true)));
  }

  @Test
  void aKeyFailsTogether() throws InterruptedException {
    context.holdBack();
    CompletableFuture<Optional<FeedReceipt>> first = submit(KEYED);
    CompletableFuture<Optional<FeedReceipt>> second = submit(KEYED);

    context.next().fail();

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedExceptionally();
  }

  @Test
  void aKeyThatHasEndedIsHandedOverAgain() throws InterruptedException {
    context.full(true);
    assertThat(submit(KEYED)).isCompletedWithValue(Optional.empty());
    context.full(false);
    submit(KEYED);
    submit(KEYED);

    context.next();
    context.next();
    assertThat(context.waiting()).isZero();
  }

  @Test
  void withoutAKeyEachIsHandedOver() throws InterruptedException {
    context.holdBack();
    submit(UNKEYED);
    submit(UNKEYED);

    assertThat(context.next().batch()).isSameAs(context.next().batch());
  }

  private CompletableFuture<Optional<FeedReceipt>> submit(FeedBatch batch) {
    return submission.submit(batch).toCompletableFuture();
  }
}
