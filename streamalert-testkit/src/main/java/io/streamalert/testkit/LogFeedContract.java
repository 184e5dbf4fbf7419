package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.LogFeed;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LogFeed} does. The test of a feed extends this class:
 *
 * <pre>{@code
 * class MyFeedTest extends LogFeedContract {
 *   @Override
 *   protected LogFeed create() {
 *     return new MyFeed("my", server.address());
 *   }
 *
 *   @Override
 *   protected void write(List<String> logs) {
 *     server.add(logs);
 *   }
 * }
 * }</pre>
 */
public abstract class LogFeedContract {

  private static final int LOGS = 12;

  /** For subclasses. */
  protected LogFeedContract() {}

  /**
   * Makes a feed over the source of the test, as each start of a process does. Its batches should be small, so that there
   * are several of a dozen logs.
   *
   * @return a feed that has not run yet; the same name each time
   * @throws IOException if the source cannot be used
   */
  protected abstract LogFeed create() throws IOException;

  /**
   * Adds raw logs to the source. Each is a short line of text; no two are equal.
   *
   * @param logs the content of the raw logs
   * @throws IOException if the source cannot be used
   */
  protected abstract void write(List<String> logs) throws IOException;

  /**
   * Whether a feed that is new to the source can read what an earlier one has read, as of files. A feed that cannot has to
   * keep what was not stored, and is tested for that.
   *
   * @return whether it can; default true
   */
  protected boolean canReadAgain() {
    return true;
  }

  private static List<String> lines(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(number -> "log number " + number + " of the contract")
        .toList();
  }

  @Test
  final void nameStaysTheSame() throws IOException {
    assertThat(create().name()).isNotBlank().isEqualTo(create().name());
  }

  @Test
  final void everythingIsTakenOnce() throws Exception {
    write(lines(0, LOGS));
    TestFeedContext context = TestFeedContext.create().endAfterLogs(LOGS);

    context.run(create());

    assertThat(context.texts()).containsExactlyInAnyOrderElementsOf(lines(0, LOGS));
    assertThat(context.positions()).doesNotHaveDuplicates();
    assertThat(context.reports()).isEmpty();
  }

  @Test
  final void whatComesLaterIsTaken() throws Exception {
    write(lines(0, LOGS));
    LogFeed feed = create();
    TestFeedContext context = TestFeedContext.create().endAfterLogs(LOGS);
    context.run(feed);

    write(lines(LOGS, LOGS));
    context.endAfterLogs(2 * LOGS).run(feed);

    assertThat(context.texts()).containsExactlyInAnyOrderElementsOf(lines(0, 2 * LOGS));
    assertThat(context.positions()).doesNotHaveDuplicates();
  }

  @Test
  final void startsAgainBehindEachCheckpoint() throws Exception {
    assumeTrue(canReadAgain(), "the source can be read once");
    write(lines(0, LOGS));
    TestFeedContext all = TestFeedContext.create();
    all.run(create());
    assertThat(all.batches()).as("batches of %d logs", LOGS).hasSizeGreaterThan(1);

    List<FeedBatch> batches = all.batches();
    for (int stored = 1; stored <= batches.size(); stored++) {
      TestFeedContext rest =
          TestFeedContext.create().startingFrom(newest(batches.subList(0, stored)));
      rest.run(create());
      assertThat(rest.positions())
          .as("positions after a restart behind batch %d", stored)
          .containsExactlyInAnyOrderElementsOf(
              positions(batches.subList(behindNewest(batches, stored), batches.size())));
    }
  }

  /** A batch without a checkpoint comes again, as the feed has it so. */
  private static int behindNewest(List<FeedBatch> batches, int stored) {
    int behind = stored;
    while (behind > 0 && batches.get(behind - 1).checkpoint().isEmpty()) {
      behind--;
    }
    return behind;
  }

  private static Optional<String> newest(List<FeedBatch> batches) {
    return batches.stream().flatMap(batch -> batch.checkpoint().stream()).reduce((a, b) -> b);
  }

  private static List<Position> positions(List<FeedBatch> batches) {
    List<Position> positions = new ArrayList<>();
    batches.forEach(batch -> batch.logs().stream().map(RawLog::position).forEach(positions::add));
    return positions;
  }

  @Test
  final void failedBatchesComeAgain() throws Exception {
    write(lines(0, LOGS));
    LogFeed feed = create();
    TestFeedContext context = TestFeedContext.create().endAfterLogs(LOGS);
    for (int batch = 1; context.texts().size() < LOGS && batch <= LOGS; batch++) {
      context.failAtBatch(batch).run(feed);
    }

    context.failAtBatch(Integer.MAX_VALUE / 2).run(feed);

    assertThat(context.texts())
        .as("what is stored after commits that failed")
        .containsExactlyInAnyOrderElementsOf(lines(0, LOGS));
    assertThat(context.positions()).doesNotHaveDuplicates();
  }

  @Test
  final void nothingThatIsStoredComesAgain() throws Exception {
    assumeTrue(canReadAgain(), "the source can be read once");
    write(lines(0, LOGS));
    TestFeedContext context = TestFeedContext.create();
    context.run(create());

    context.run(create());

    assertThat(context.texts()).containsExactlyInAnyOrderElementsOf(lines(0, LOGS));
  }

  @Test
  final void endsSoonWhenItIsTold() throws Exception {
    write(lines(0, LOGS));
    TestFeedContext context = TestFeedContext.create().endAfterLogs(1);

    context.run(create());

    assertThat(context.batchesAfterEnd()).as("batches after the end").isLessThanOrEqualTo(1);
  }

  @Test
  final void canBeInterrupted() throws Exception {
    write(lines(0, LOGS));
    TestFeedContext context = TestFeedContext.create().interruptAtPause();
    LogFeed feed = create();

    assertThatThrownBy(() -> context.run(feed)).isInstanceOf(InterruptedException.class);
  }
}
