package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A document of 64 MB under a limit of 100 kB: no more than the limit is ever held of it. */
class LongDocumentMemoryTest {

  private static final int LIMIT = 100_000;
  private static final int BLOCK = 1 << 14;
  private static final long SIZE = 64_000_000;

  @Test
  void noMoreThanTheLimitIsHeld() throws IOException {
    byte[] element = Bytes.of("{\"user\":\"" + "x".repeat(484) + "\"},\n");
    Held held = cut(Bytes.of("{\"v\":1,\"Records\":[\n"), element);

    assertThat(held.elements).isEqualTo(SIZE / element.length);
    assertThat(held.refused).isEqualTo(1); // it has no end
    assertThat(held.largest).isLessThanOrEqualTo(BLOCK);
    assertThat(held.asked).isLessThanOrEqualTo(2 * LIMIT);
  }

  @Test
  void noMoreThanTheLimitIsHeldOfOneElement() throws IOException {
    Held held = cut(Bytes.of("[1,\""), Bytes.of("x".repeat(500)));

    assertThat(held.elements).isEqualTo(1);
    assertThat(held.refused).isEqualTo(1);
    assertThat(held.largest).isLessThanOrEqualTo(LIMIT);
    assertThat(held.asked).isLessThanOrEqualTo(2 * LIMIT);
  }

  private static Held cut(byte[] start, byte[] repeated) throws IOException {
    Held held = new Held();
    Settings settings = Settings.builder().maxDocumentBytes(LIMIT).build();
    Framing framing = new Framing(settings, BLOCK, size -> held.asked = Math.max(held.asked, size));
    try (Content content = Content.open(new Endless(start, repeated))) {
      framing.documentOrLines(content, held).finish();
    }
    return held;
  }

  /** Counts and forgets. */
  private static final class Held implements FrameSink {

    private long elements;
    private long refused;
    private int largest;
    private int asked;

    @Override
    public void log(byte[] bytes, int offset, int length, long place) {
      throw new AssertionError("not a document");
    }

    @Override
    public void element(byte[] bytes, int offset, int length, long index) {
      elements++;
      largest = Math.max(largest, bytes.length);
    }

    @Override
    public void blank() {
      throw new AssertionError("not a document");
    }

    @Override
    public void refused(byte[] bytes, int offset, int kept, Refused part) {
      refused++;
      largest = Math.max(largest, bytes.length);
    }
  }

  /** A start, and then the same again and again. */
  private static final class Endless extends InputStream {

    private final byte[] start;
    private final byte[] repeated;
    private long at;

    Endless(byte[] start, byte[] repeated) {
      this.start = start;
      this.repeated = repeated;
    }

    @Override
    public int read() {
      long place = at++;
      if (place >= start.length + SIZE) {
        return -1;
      }
      return place < start.length
          ? start[(int) place]
          : repeated[(int) ((place - start.length) % repeated.length)];
    }
  }
}
