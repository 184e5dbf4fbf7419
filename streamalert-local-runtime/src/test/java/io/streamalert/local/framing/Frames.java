package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.framing.Refused.Why;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that content was cut into. */
final class Frames implements FrameSink {

  /** A raw log, as text of one character a byte, and where it starts. */
  record Frame(long place, String text) {}

  /** A line over the limit. */
  record Overlong(long place, String kept, long length) {}

  /** Any of them, with its length in the content. */
  record Piece(@Nullable Refused refused, boolean isElement, String text, long length) {}

  /** Another part that did not become a raw log. */
  record Rejected(Refused part, String kept) {}

  final List<Frame> logs = new ArrayList<>();
  final List<Overlong> overlong = new ArrayList<>();
  final List<Rejected> refused = new ArrayList<>();
  final List<String> elements = new ArrayList<>();
  final List<Piece> pieces = new ArrayList<>();
  int blank;
  private long nextElement;

  static Frames of(String content) {
    return of("file", Bytes.of(content), Settings.defaults(), 1 << 18);
  }

  static Frames of(String service, byte[] content, Settings settings, int blockSize) {
    return of(service, new ByteArrayInputStream(content), settings, blockSize);
  }

  static Frames of(String service, InputStream content, Settings settings, int blockSize) {
    Frames frames = new Frames();
    Framing framing = new Framing(settings, blockSize, size -> {});
    try (Content opened = Content.open(content)) {
      Cutter cutter = LogSource.of(service, "test").hasMessages()
          ? framing.messages(opened, frames)
          : framing.documentOrLines(opened, frames);
      cutter.finish();
      opened.failure().ifPresent(e -> {
        throw new UncheckedIOException(e);
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frames;
  }

  List<String> texts() {
    return logs.stream().map(Frame::text).toList();
  }

  @Override
  public void log(byte[] bytes, int offset, int length, long place) {
    String text = text(bytes, offset, length);
    logs.add(new Frame(place, text));
    pieces.add(new Piece(null, false, text, length));
  }

  @Override
  public void element(byte[] bytes, int offset, int length, long index) {
    assertThat(index).isEqualTo(nextElement++);
    String text = text(bytes, offset, length);
    elements.add(text);
    pieces.add(new Piece(null, true, text, length));
  }

  @Override
  public void blank() {
    blank++;
  }

  @Override
  public void refused(byte[] bytes, int offset, int kept, Refused part) {
    String text = text(bytes, offset, kept);
    pieces.add(new Piece(part, false, text, part.length()));
    if (part.why() == Why.LINE) {
      overlong.add(new Overlong(part.place(), text, part.length()));
    } else {
      refused.add(new Rejected(part, text));
    }
    if (part.why() == Why.ELEMENT) {
      assertThat(part.index()).isEqualTo(nextElement++);
    }
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
