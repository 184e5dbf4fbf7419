package io.streamalert.local.feed;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.LogFeed;
import io.streamalert.local.feed.Collector.Frames;
import io.streamalert.local.feed.StreamPump.Piece;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.settings.Settings;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of standard input, or of any other stream, as they come. Content that starts like gzip or zstd is
 * decompressed.
 *
 * <p>A stream cannot be read twice: what the process has of it when it dies is lost, which is at most a few blocks of 64
 * KiB and the batches that are not stored yet. After a failed commit those are handed over again. Logs are at {@code
 * stdin}, a random id of this object, and the byte offset. One object is for one stream, which it does not close.
 *
 * <p>Each run is for one thread. A daemon thread of its own reads the stream, from the first run on.
 */
public final class StandardInputFeed implements LogFeed {

  private static final int BATCH_BYTES = 1 << 20;
  private static final long WAIT_MILLIS = 100;

  private final String name;
  private final LogSource source;
  private final InputStream in;
  private final Settings settings;
  private final int batchBytes;
  private final String id = UUID.randomUUID().toString();
  private final NavigableMap<Long, FeedBatch> unstored = new ConcurrentSkipListMap<>();
  private @Nullable StreamPump pump;
  private long number;
  private boolean ended;

  StandardInputFeed(
      String name, LogSource source, InputStream in, Settings settings, int batchBytes) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a feed must not be blank");
    }
    this.name = name;
    this.source = Objects.requireNonNull(source, "source");
    this.in = Objects.requireNonNull(in, "in");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.batchBytes = batchBytes;
  }

  /**
   * A feed of a stream.
   *
   * @param name the name under which its checkpoints are stored; not blank
   * @param source what its logs count as
   * @param in the stream; not closed
   * @param settings the limit of a line
   * @return the feed
   * @throws IllegalArgumentException if the name is blank
   */
  public static StandardInputFeed of(
      String name, LogSource source, InputStream in, Settings settings) {
    return new StandardInputFeed(name, source, in, settings, BATCH_BYTES);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns at the end of the stream too, and then at each later run. */
  @Override
  public void run(Optional<String> checkpoint, FeedContext context) throws InterruptedException {
    StreamPump started = pump;
    if (started == null) {
      started = StreamPump.start(in, source, Position.of("stdin", id), settings);
      pump = started;
    }
    unstored.headMap(stored(checkpoint), true).clear();
    for (long again : List.copyOf(unstored.keySet())) {
      submit(again, context);
    }
    while (!ended && context.pause(Duration.ZERO)) {
      gather(started, context);
    }
  }

  /** The number of the newest batch of this object that was stored. */
  private long stored(Optional<String> checkpoint) {
    String mine = id + "/";
    return checkpoint
        .filter(text -> text.startsWith(mine))
        .map(text -> Long.parseLong(text.substring(mine.length())))
        .orElse(0L);
  }

  /** Takes what is there by now, and waits a little for the first of it. */
  private void gather(StreamPump from, FeedContext context) throws InterruptedException {
    FeedBatch.Builder batch = FeedBatch.builder();
    long bytes = 0;
    Piece piece = from.poll(WAIT_MILLIS);
    boolean empty = piece == null || piece.end();
    while (piece != null) {
      add(piece.frames(), batch);
      bytes += piece.frames().bytes();
      if (piece.end()) {
        end(piece.problem(), context);
      }
      piece = ended || bytes >= batchBytes ? null : from.poll(0);
    }
    if (!empty) {
      number++;
      unstored.put(number, batch.checkpoint(id + "/" + number).build());
      submit(number, context);
    }
  }

  private static void add(Frames frames, FeedBatch.Builder batch) {
    batch.logs(frames.logs()).blankLines(frames.blankLines());
    frames.refused().forEach(batch::refused);
  }

  private void end(String problem, FeedContext context) {
    ended = true;
    if (!problem.isEmpty()) {
      context.report("standard input", problem);
    }
  }

  private void submit(long which, FeedContext context) throws InterruptedException {
    FeedBatch batch = Objects.requireNonNull(unstored.get(which));
    context.submit(batch).whenComplete((receipt, error) -> {
      if (error == null) {
        unstored.remove(which);
      }
    });
  }

  /** {@return its name} */
  @Override
  public String toString() {
    return "StandardInputFeed[" + name + "]";
  }
}
