package io.streamalert.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.framing.Bytes;
import io.streamalert.record.LogSource;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RawLogsTest {

  /** Everything that was read, as text. */
  private static final class Received implements RawLogs.Receiver {

    private final List<String> all = new ArrayList<>();

    @Override
    public void log(RawLog log, long number) {
      all.add(number + " " + log.text().orElseThrow());
    }

    @Override
    public void refused(DeadLetter letter, long number) {
      all.add(number + " refused: " + letter.reason());
    }
  }

  private static LogInput input(String service, String content) {
    return LogInput.stdin(LogSource.of(service, "b"), new ByteArrayInputStream(Bytes.of(content)));
  }

  private static List<String> read(String service, String content, Settings settings) {
    Received received = new Received();
    assertThat(RawLogs.read(input(service, content), settings, received)).isEmpty();
    return received.all;
  }

  private static List<String> read(String service, String content) {
    return read(service, content, Settings.defaults());
  }

  @Test
  void numbersLinesAsAnEditorDoes() {
    assertThat(read("s3", "a\n\r\n\nb\r\nc")).containsExactly("1 a", "4 b", "5 c");
  }

  @Test
  void aDocumentIsOneLogAndOfMessagesEachLineIs() {
    assertThat(read("s3", "{\n\"a\":1\n}")).containsExactly("1 {\n\"a\":1\n}");
    assertThat(read("sns", "{\n\"a\":1}")).containsExactly("1 {", "2 \"a\":1}");
  }

  @Test
  void tellsWhatIsTooLong() {
    Settings settings = Settings.builder().maxDocumentBytes(1024).build();

    assertThat(read("sns", "a\n" + "x".repeat(2000) + "\nb", settings))
        .hasSize(3)
        .contains("1 a", "3 b")
        .element(1)
        .asString()
        .startsWith("2 refused: is a line of 2000 bytes");
  }

  @Test
  void numbersTheElementsOfALongDocument() {
    Settings settings = Settings.builder().maxDocumentBytes(1024).build();
    String element = "{\"k\":\"" + "x".repeat(600) + "\"}";

    assertThat(read("s3", "[" + element + "," + element + "]", settings))
        .containsExactly("1 [" + element + "]", "2 [" + element + "]");
  }

  @Test
  void tellsWhyAnInputCannotBeRead() {
    Optional<UnreadableInput> unreadable = RawLogs.read(
        LogInput.of(LogSource.of("s3", "b"), Path.of("no-such-file")),
        Settings.defaults(),
        new Received());

    assertThat(unreadable).contains(new UnreadableInput("no-such-file", "there is no such file"));
  }

  @Test
  void whatTheReceiverThrowsEndsTheReading() {
    assertThatThrownBy(() ->
            RawLogs.read(input("s3", "a\nb"), Settings.defaults(), new RawLogs.Receiver() {
              @Override
              public void log(RawLog log, long number) {
                throw new IllegalStateException("enough");
              }

              @Override
              public void refused(DeadLetter letter, long number) {
                throw new AssertionError(letter.reason());
              }
            }))
        .isInstanceOf(IllegalStateException.class);
  }
}
