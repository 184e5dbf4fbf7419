package io.streamalert.local.durable;

import io.streamalert.LiveStreamAlert;
import io.streamalert.Run;
import io.streamalert.delivery.AlertStore;
import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.feed.LogFeed;
import io.streamalert.local.journal.Block;
import io.streamalert.local.journal.BlockBuilder;
import io.streamalert.local.journal.Committed;
import io.streamalert.local.journal.Journal;
import io.streamalert.local.journal.JournalEnd;
import io.streamalert.local.state.SqliteAlertStore;
import io.streamalert.local.state.StateFile;
import io.streamalert.local.worker.WorkerThreads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs StreamAlert on one machine without an end: takes raw logs from feeds and from its owner,
 * processes them on some threads, and keeps what came of them in a folder. A batch is stored as a
 * whole or not at all, with the checkpoint of its feed, so that after the process ended, however it
 * did, each feed goes on behind the last batch that was stored: nothing is lost and nothing counts
 * twice.
 *
 * <p>Alerts are stored here; an {@link io.streamalert.delivery.AlertMerger} and an {@link
 * io.streamalert.delivery.AlertProcessor} over {@link #store()} merge and deliver them.
 *
 * <p>If the folder cannot be written, the runtime fails: it stores nothing more, all receipts
 * complete with an exception, and feeds are asked to return. {@link #failure()} tells why. Its owner
 * closes it and opens another one, which goes on where this one stopped.
 *
 * <p>Thread-safe.
 */
public final class DurableRuntime implements AutoCloseable {

  /** To which the keys of {@link #submit} belong, as those of a feed do to its name: {@value}. */
  public static final String EMBEDDED = "embedded";

  private final DurableRuntimeBuilder parts;
  private final LiveStreamAlert streamAlert;
  private final StateFile state;
  private final SqliteAlertStore store;
  private final Optional<Journal> journal;
  private final Room room;
  private final ExecutorService workers;
  private final BlockBuilders blocks = new BlockBuilders();
  private final CommitLoop commits;
  private final List<FeedThread> feeds;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private boolean closed;

  DurableRuntime(DurableRuntimeBuilder parts) {
    this.parts = parts;
    this.streamAlert = parts.streamAlert;
    this.room = new Room(parts.mostBatches(), parts.mostBytes);
    this.state = StateFile.open(parts.folder);
    this.store =
        new SqliteAlertStore(state, parts.clock, parts.streamAlert.current().settings());
    this.journal = openJournal();
    Work last = new Work(run(EMBEDDED), FeedBatch.builder().build());
    this.commits = new CommitLoop(new Committing(store, journal), room, this::fail, last);
    this.workers = WorkerThreads.pool(parts.workers);
    this.feeds = parts.feeds.stream().map(this::thread).toList();
    commits.start();
    feeds.forEach(FeedThread::start);
  }

  /**
   * Prepares a runtime.
   *
   * @param streamAlert what is run; its rules may be changed while it runs
   * @param folder the folder for all that must survive; it is made if there is none
   * @return a builder
   */
  public static DurableRuntimeBuilder builder(LiveStreamAlert streamAlert, Path folder) {
    return new DurableRuntimeBuilder(streamAlert, folder);
  }

  private Optional<Journal> openJournal() {
    if (!parts.journal) {
      return Optional.empty();
    }
    boolean opened = false;
    try {
      JournalEnd end = store
          .historyEnd()
          .map(place -> new JournalEnd(place.segment(), place.bytes()))
          .orElse(JournalEnd.NONE);
      Path folder = parts.folder.resolve("journal");
      Journal made = Journal.at(folder, state.instanceId(), new Committed(1, end))
          .clock(parts.clock)
          .open();
      opened = true;
      return Optional.of(made);
    } finally {
      if (!opened) {
        state.close();
      }
    }
  }

  private FeedThread thread(LogFeed feed) {
    return new FeedThread(
        feed, this::run, () -> store.checkpoint(feed.name()), parts.reports, parts.rest);
  }

  private FeedRun run(String feed) {
    return new FeedRun(feed, new Taking(), parts.clock, parts.reports);
  }

  /** Takes batches of feeds. */
  private final class Taking implements FeedRun.Intake {

    @Override
    public Room room() {
      return room;
    }

    @Override
    public CompletionStage<FeedReceipt> take(FeedRun run, FeedBatch batch) {
      Work work = new Work(run, batch);
      run.begin();
      if (!run.isBroken() && commits.add(work)) {
        workers.execute(() -> process(work));
      } else {
        commits.refuse(work, new IllegalStateException("The runtime stores nothing more"));
      }
      return work.receipt();
    }
  }

  private void process(Work work) {
    try {
      Run run = streamAlert.process(work.batch().logs());
      Optional<Block> block = journal.isEmpty() ? Optional.empty() : block(run);
      work.outcome().complete(Outcome.of(work.run().feed(), work.batch(), run, block));
    } catch (Throwable e) {
      // Whoever waits for the outcome must hear of it, whatever it is.
      work.outcome().completeExceptionally(e);
    }
  }

  private Optional<Block> block(Run run) {
    BlockBuilder builder = blocks.take();
    Optional<Block> block = Outcome.block(run, builder, parts.clock.instant());
    blocks.giveBack(builder);
    return block;
  }

  private void fail(Throwable cause) {
    if (failure.compareAndSet(null, cause)) {
      feeds.forEach(FeedThread::end);
    }
  }

  /**
   * Hands raw logs over, and first waits until there is room for them. What becomes of one batch
   * touches no other.
   *
   * @param batch the raw logs
   * @return as {@link io.streamalert.feed.FeedContext#submit} tells
   * @throws IllegalArgumentException if the batch has a checkpoint, which is for feeds
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public CompletionStage<FeedReceipt> submit(FeedBatch batch) throws InterruptedException {
    return runOf(batch).submit(batch);
  }

  /**
   * Hands raw logs over if there is room for them at once.
   *
   * @param batch the raw logs
   * @return as {@link #submit} does; empty if there is no room, and then they were not taken
   * @throws IllegalArgumentException if the batch has a checkpoint, which is for feeds
   */
  public Optional<CompletionStage<FeedReceipt>> trySubmit(FeedBatch batch) {
    return runOf(batch).trySubmit(batch);
  }

  /** One of its own, as nothing orders these batches. */
  private FeedRun runOf(FeedBatch batch) {
    if (batch.checkpoint().isPresent()) {
      throw new IllegalArgumentException(
          "Only feeds have checkpoints: leave it out, or hand the logs over by a LogFeed");
    }
    return run(EMBEDDED);
  }

  /**
   * The alerts, checkpoints and counters.
   *
   * @return the store, of use until the runtime is closed
   */
  public AlertStore store() {
    return store;
  }

  /**
   * Why the runtime stores nothing more.
   *
   * @return the cause; empty while all is well
   */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /**
   * How many batches were taken and are not stored yet.
   *
   * @return the number
   */
  public int batchesUnderWay() {
    return room.batches();
  }

  /**
   * Waits until every feed has come to its end by itself, as those of files that do not grow do.
   *
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public void awaitFeeds() throws InterruptedException {
    for (FeedThread feed : feeds) {
      feed.join();
    }
  }

  /**
   * Ends the runtime: asks the feeds to return, waits for them, stores what was taken, and closes the
   * folder. If the thread is interrupted meanwhile, what was not stored is left to the next start. A
   * second call does nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      feeds.forEach(FeedThread::end);
      awaitFeeds();
      drain();
    } catch (InterruptedException e) {
      feeds.forEach(FeedThread::interrupt);
      Thread.currentThread().interrupt();
    } finally {
      release();
    }
  }

  private void drain() throws InterruptedException {
    commits.finish();
    workers.shutdown();
    workers.awaitTermination(1, TimeUnit.MINUTES);
  }

  private void release() {
    workers.shutdownNow();
    blocks.close();
    try {
      journal.ifPresent(Journal::close);
    } finally {
      state.close();
    }
  }
}
