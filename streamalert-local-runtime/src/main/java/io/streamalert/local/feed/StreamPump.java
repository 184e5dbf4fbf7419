package io.streamalert.local.feed;

import io.streamalert.local.feed.Collector.Frames;
import io.streamalert.local.framing.Content;
import io.streamalert.local.framing.Cutter;
import io.streamalert.local.framing.Framing;
import io.streamalert.local.framing.LastLine;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, since nobody can stop a read that waits. It is a few blocks ahead of its taker,
 * and waits for it then.
 */
final class StreamPump {

  /** What was read at once; at the end of the stream without frames, and with a problem if it should not be the end. */
  record Piece(Frames frames, boolean end, String problem) {}

  /** A block is pinned by each line in it, and lines that are typed come one in a block. */
  private static final int BLOCK = 1 << 16;

  private static final int AHEAD = 4;

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
  private final InputStream in;
  private final Collector collector;
  private final Framing framing;

  private StreamPump(InputStream in, Collector collector, Framing framing) {
    this.in = in;
    this.collector = collector;
    this.framing = framing;
  }

  static StreamPump start(InputStream in, LogSource source, Position position, Settings settings) {
    Collector collector = new Collector(source, position, Progress.NOTHING);
    Framing framing = new Framing(settings, BLOCK, size -> {}, LastLine.TAKEN_IF_WHOLE);
    StreamPump pump = new StreamPump(in, collector, framing);
    Thread thread = new Thread(pump::read, "streamalert-standard-input");
    thread.setDaemon(true);
    thread.start();
    return pump;
  }

  /** The next piece, or null if there is none after a short while. */
  @Nullable
  Piece poll(long millis) throws InterruptedException {
    return pieces.poll(millis, TimeUnit.MILLISECONDS);
  }

  private void read() {
    String problem = "it could not be read any further";
    try {
      problem = pump();
    } catch (IOException e) {
      problem = Content.reason(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(problem);
    }
  }

  /** Returns why it could not be read to its end, or nothing. The stream is not closed, for it is another's. */
  @SuppressWarnings("resource")
  private String pump() throws IOException, InterruptedException {
    Content content = Content.live(in);
    Cutter cutter = framing.linesFrom(content, collector, 0);
    boolean more = true;
    while (more) {
      more = cutter.step();
      if (!collector.isEmpty()) {
        pieces.put(new Piece(collector.drain(), false, ""));
      }
    }
    return content.failure().map(Content::reason).orElse("");
  }

  private void end(String problem) {
    try {
      pieces.put(new Piece(new Frames(List.of(), List.of(), 0, 0), true, problem));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
