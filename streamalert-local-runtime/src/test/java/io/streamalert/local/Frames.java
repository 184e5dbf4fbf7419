package io.streamalert.local;

import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that content was cut into. */
final class Frames implements FrameSink {

  /** A raw log, as text of one character a byte, and where it starts. */
  record Frame(long place, String text) {}

  /** A line over the limit. */
  record Overlong(long place, String kept, long length) {}

  final List<Frame> logs = new ArrayList<>();
  final List<Overlong> overlong = new ArrayList<>();
  int blank;

  static Frames of(String content) {
    return of("file", Bytes.of(content), Settings.defaults(), 1 << 18);
  }

  static Frames of(String service, byte[] content, Settings settings, int blockSize) {
    return of(service, new ByteArrayInputStream(content), settings, blockSize);
  }

  static Frames of(String service, InputStream content, Settings settings, int blockSize) {
    Frames frames = new Frames();
    Framing framing = new Framing(settings, blockSize, size -> {});
    LogInput input = LogInput.stdin(LogSource.of(service, "test"), content);
    try (Content opened = Content.open(input)) {
      if (input.source().hasMessages()) {
        framing.messages(opened, frames);
      } else {
        framing.documentOrLines(opened, frames);
      }
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
    logs.add(new Frame(place, text(bytes, offset, length)));
  }

  @Override
  public void blank() {
    blank++;
  }

  @Override
  public void overlong(byte[] bytes, int offset, int kept, long place, long length) {
    overlong.add(new Overlong(place, text(bytes, offset, kept), length));
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
