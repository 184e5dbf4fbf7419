package io.streamalert.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.LogFeed;
import io.streamalert.local.framing.Bytes;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.LogFeedContract;
import io.streamalert.testkit.TestFeedContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class StandardInputFeedTest extends LogFeedContract {

  private static final LogSource SOURCE = LogSource.of("stdin", "test");

  private final Pipe pipe = new Pipe();

  @Override
  protected LogFeed create() {
    return new StandardInputFeed("stdin", SOURCE, pipe, Settings.defaults(), 1);
  }

  @Override
  protected void write(List<String> logs) {
    logs.forEach(log -> pipe.bytes.addAll(pipe.listOf(Bytes.of(log + "\n"))));
  }

  @Override
  protected boolean canReadAgain() {
    return false;
  }

  /** Bytes that come when they are written, and never end. */
  private static final class Pipe extends InputStream {

    private final BlockingQueue<Byte> bytes = new LinkedBlockingQueue<>();

    private List<Byte> listOf(byte[] content) {
      List<Byte> list = new java.util.ArrayList<>();
      for (byte b : content) {
        list.add(b);
      }
      return list;
    }

    @Override
    public int read() {
      try {
        return bytes.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A line at a time, so that there are several batches. */
    @Override
    public int read(byte[] into, int offset, int length) {
      int count = 0;
      do {
        into[offset + count++] = (byte) read();
      } while (count < length && into[offset + count - 1] != '\n');
      return count;
    }
  }

  private static TestFeedContext run(InputStream in) throws InterruptedException {
    TestFeedContext context = TestFeedContext.create();
    StandardInputFeed.of(
            "stdin", SOURCE, in, Settings.builder().maxDocumentBytes(1024).build())
        .run(context.checkpoint(), context);
    return context;
  }

  @Test
  void endsWithTheStream() throws Exception {
    TestFeedContext context = run(new ByteArrayInputStream(Bytes.of("a\n\nb")));

    assertThat(context.texts()).containsExactly("a", "b");
    assertThat(context.batches().stream().mapToLong(FeedBatch::blankLines).sum())
        .isOne();
    assertThat(context.positions()).allMatch(position -> position.kind().equals("stdin"));
    assertThat(context.reports()).isEmpty();
  }

  @Test
  void readsCompressedContent() throws Exception {
    byte[] gzip = Bytes.gzip(Bytes.of("a\nb\n"));

    assertThat(run(Bytes.trickle(gzip, 7)).texts()).containsExactly("a", "b");
  }

  @Test
  void aStreamThatBreaksIsReported() throws Exception {
    TestFeedContext context = run(Bytes.breaking(Bytes.of("line one\nhalf a line")));

    assertThat(context.texts()).containsExactly("line one");
    assertThat(context.reports()).containsExactly("standard input: the disk is gone");
  }

  @Test
  void aLineOverTheLimitIsRefused() throws Exception {
    TestFeedContext context =
        run(new ByteArrayInputStream(Bytes.of("x".repeat(2000) + "\nshort\n")));

    assertThat(context.texts()).containsExactly("short");
    assertThat(context.batches().get(0).refused())
        .singleElement()
        .matches(letter -> letter.reason().startsWith("is a line of 2000 bytes"));
  }

  @Test
  void theNameMustNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            StandardInputFeed.of(" ", SOURCE, InputStream.nullInputStream(), Settings.defaults()));
  }
}
