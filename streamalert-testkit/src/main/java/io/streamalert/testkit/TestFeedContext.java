package io.streamalert.testkit;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.feed.LogFeed;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands in for a runtime in tests of a {@link LogFeed}: it keeps what it is given in memory, moves its clock on by each
 * pause, and ends the feed when nothing has come for a while. Not thread-safe: batches come from the thread that runs the
 * feed.
 *
 * <pre>{@code
 * TestFeedContext context = TestFeedContext.create();
 * context.run(feed);
 * assertThat(context.logs()).hasSize(3);
 * }</pre>
 */
public final class TestFeedContext implements FeedContext {

  /** A feed that pauses so often without an end to its run never ends. */
  private static final int MOST_PAUSES = 1_000_000;

  private final TestClock clock = TestClock.create();
  private final List<FeedBatch> batches = new ArrayList<>();
  private final List<String> reports = new ArrayList<>();
  private Optional<String> checkpoint = Optional.empty();
  private Duration idleEnd = Duration.ofMinutes(1);
  private Duration idle = Duration.ZERO;
  private int failingBatch = Integer.MAX_VALUE;
  private int endAfterLogs = Integer.MAX_VALUE;
  private boolean interrupts;
  private Runnable atPause = () -> {};
  private int submitted;
  private int submittedAfterEnd;
  private int pauses;
  private boolean ended;

  private TestFeedContext() {}

  /**
   * A context that nothing was stored in.
   *
   * @return a new context
   */
  public static TestFeedContext create() {
    return new TestFeedContext();
  }

  /**
   * Sets what the feed's newest batch had for a checkpoint, as after a restart.
   *
   * @param stored the checkpoint
   * @return this
   */
  public TestFeedContext startingFrom(Optional<String> stored) {
    checkpoint = Objects.requireNonNull(stored, "stored");
    return this;
  }

  /**
   * Lets a batch, and all after it, not be stored. The feed is told to end then.
   *
   * @param number which batch that is handed over from now on, from 1 on
   * @return this
   */
  public TestFeedContext failAtBatch(int number) {
    failingBatch = submitted + number;
    return this;
  }

  /**
   * Ends the run when so many logs are stored.
   *
   * @param number how many in all
   * @return this
   */
  public TestFeedContext endAfterLogs(int number) {
    endAfterLogs = number;
    return this;
  }

  /**
   * Ends the run when the feed has paused so long without a batch.
   *
   * @param time the time of this context's clock; default one minute
   * @return this
   */
  public TestFeedContext endAfterIdle(Duration time) {
    idleEnd = Objects.requireNonNull(time, "time");
    return this;
  }

  /**
   * Does something whenever the feed pauses.
   *
   * @param action what to do
   * @return this
   */
  public TestFeedContext atPause(Runnable action) {
    atPause = Objects.requireNonNull(action, "action");
    return this;
  }

  /**
   * Interrupts the feed at its next pause.
   *
   * @return this
   */
  public TestFeedContext interruptAtPause() {
    interrupts = true;
    return this;
  }

  /**
   * Runs a feed until it ends, from the newest checkpoint that is stored here. May be called again.
   *
   * @param feed the feed
   * @throws IOException if the feed throws it
   * @throws InterruptedException if the feed throws it
   */
  public void run(LogFeed feed) throws IOException, InterruptedException {
    ended = logs().size() >= endAfterLogs;
    idle = Duration.ZERO;
    pauses = 0;
    feed.run(checkpoint, this);
  }

  @Override
  public CompletionStage<FeedReceipt> submit(FeedBatch batch) {
    submitted++;
    submittedAfterEnd += ended ? 1 : 0;
    idle = Duration.ZERO;
    if (submitted >= failingBatch) {
      ended = true;
      return CompletableFuture.failedFuture(new IOException("This batch was not to be stored"));
    }
    store(batch);
    return CompletableFuture.completedFuture(new FeedReceipt(batches.size(), false));
  }

  private void store(FeedBatch batch) {
    batches.add(batch);
    checkpoint = batch.checkpoint().or(() -> checkpoint);
    ended |= logs().size() >= endAfterLogs;
  }

  @Override
  public Optional<CompletionStage<FeedReceipt>> trySubmit(FeedBatch batch) {
    return Optional.of(submit(batch));
  }

  @Override
  public boolean pause(Duration time) throws InterruptedException {
    if (interrupts) {
      interrupts = false;
      throw new InterruptedException("As the test wanted");
    }
    if (++pauses > MOST_PAUSES) {
      throw new AssertionError("The feed pauses for ever, and never for a time");
    }
    atPause.run();
    clock.advance(time);
    idle = idle.plus(time);
    ended |= idle.compareTo(idleEnd) >= 0;
    return !ended;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public void report(String place, String problem) {
    reports.add(place + ": " + problem);
  }

  /**
   * What was stored.
   *
   * @return the batches in their order
   */
  public List<FeedBatch> batches() {
    return List.copyOf(batches);
  }

  /**
   * The raw logs of all that was stored.
   *
   * @return the raw logs in their order
   */
  public List<RawLog> logs() {
    return batches.stream().flatMap(batch -> batch.logs().stream()).toList();
  }

  /**
   * The raw logs as text.
   *
   * @return the texts in their order; of a log that is not UTF-8 {@code "not UTF-8"}
   */
  public List<String> texts() {
    return logs().stream().map(log -> log.text().orElse("not UTF-8")).toList();
  }

  /**
   * Where the raw logs were.
   *
   * @return the positions in their order
   */
  public List<Position> positions() {
    return logs().stream().map(RawLog::position).toList();
  }

  /**
   * The newest checkpoint.
   *
   * @return the checkpoint, or empty if no batch had one
   */
  public Optional<String> checkpoint() {
    return checkpoint;
  }

  /**
   * What the feed reported.
   *
   * @return place and problem of each report, with a colon between them
   */
  public List<String> reports() {
    return List.copyOf(reports);
  }

  /**
   * How many batches came after the feed was told to end.
   *
   * @return the number
   */
  public int batchesAfterEnd() {
    return submittedAfterEnd;
  }
}
