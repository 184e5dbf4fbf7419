package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.LogInput;
import io.streamalert.local.RawLogs;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A body is cut as a file of the same content is. */
class BodyCutterProperties {

  private static final Position REQUEST = Position.of("http", "request");

  @Provide
  Arbitrary<String> contents() {
    return Arbitraries.of(
            "{\"a\":1}",
            "{\"a\":\n1}",
            "[",
            "]",
            "[1,2]",
            ",",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "text",
            "\"",
            "\uFEFF",
            "ä",
            "\u0000",
            "7")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void aBodyIsCutAsAFileIs(@ForAll("contents") String content, @ForAll boolean messages)
      throws RefusedRequest {
    LogSource source = LogSource.of(messages ? "kinesis" : "http", "x");
    BodyCutter cutter = new BodyCutter(source, REQUEST, body(content), Settings.DEFAULT_MAX_DEPTH);
    cutter.cut(false);

    AsFile file = new AsFile();
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    RawLogs.read(
        LogInput.stdin(source, new ByteArrayInputStream(bytes)), Settings.defaults(), file);
    assertThat(cutter.logs().stream().map(BodyCutterProperties::contentOf).toList())
        .isEqualTo(file.contents);
    assertThat(cutter.logs().stream().map(RawLog::position).toList()).isEqualTo(file.positions);
    assertThat(cutter.logs()).extracting(RawLog::source).allMatch(source::equals);
    assertThat(cutter.blankLines()).isEqualTo(file.isDocument(content) ? 0 : blankLines(content));
  }

  private static long blankLines(String content) {
    long lines =
        content.chars().filter(c -> c == '\n').count() + (content.matches("(?s).*[^\n]") ? 1 : 0);
    long full = Pattern.compile("[^ \t\r\n][^\n]*").matcher(content).results().count();
    return lines - full;
  }

  private static HttpBody body(String content) {
    HttpBody body = new HttpBody(1 << 20, new Room(1 << 20).hold());
    for (byte b : content.getBytes(StandardCharsets.UTF_8)) {
      assertThat(body.add(ByteBuffer.wrap(new byte[] {b}))).isEqualTo(HttpBody.Added.YES);
    }
    return body;
  }

  private static String contentOf(RawLog log) {
    return new String(log.toByteArray(), StandardCharsets.ISO_8859_1);
  }

  /** What a file of the content gives. */
  private static final class AsFile implements RawLogs.Receiver {

    final List<String> contents = new ArrayList<>();
    final List<Position> positions = new ArrayList<>();

    boolean isDocument(String content) {
      return contents.size() == 1
          && contents.get(0).getBytes(StandardCharsets.ISO_8859_1).length
              == content.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void log(RawLog log, long number) {
      contents.add(contentOf(log));
      positions.add(REQUEST.then(number));
    }

    @Override
    public void refused(DeadLetter letter, long number) {
      throw new AssertionError(letter);
    }
  }
}
