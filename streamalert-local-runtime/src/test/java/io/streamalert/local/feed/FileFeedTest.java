package io.streamalert.local.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.feed.LogFeed;
import io.streamalert.local.framing.Bytes;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.LogFeedContract;
import io.streamalert.testkit.TestFeedContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFeedTest extends LogFeedContract {

  private static final LogSource SOURCE = LogSource.of("file", "test");
  private static final String DOCUMENT = "{\n\"Records\": [\n{\"a\": 1},\n{\"a\": 2}\n]\n}\n";

  @TempDir
  private Path folder;

  private final TestFeedContext context = TestFeedContext.create();

  @Override
  protected LogFeed create() {
    return feed().batchBytes(64).build();
  }

  @Override
  protected void write(List<String> logs) throws IOException {
    for (int i = 0; i < logs.size(); i++) {
      append("app" + i % 2 + ".log", logs.get(i) + "\n");
    }
  }

  private FileFeed.Builder feed() {
    return FileFeed.builder("files", SOURCE).path(folder);
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(path(name), text, UTF_8, CREATE, APPEND);
  }

  private void write(String name, String text) {
    try {
      append(name, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void run() throws Exception {
    context.run(feed().build());
  }

  private void gzip(String from, String to) throws IOException {
    Files.write(path(to), Bytes.gzip(Files.readAllBytes(path(from))));
    Files.delete(path(from));
  }

  @Test
  void aLastLineWaitsForItsEndOrForQuiet() throws Exception {
    append("app.log", "whole line\nhalf ");
    context.endAfterIdle(Duration.ofSeconds(3));
    run();
    assertThat(context.texts()).containsExactly("whole line");

    append("app.log", "a line\nrest");
    run();
    assertThat(context.texts()).containsExactly("whole line", "half a line");

    context.endAfterIdle(Duration.ofSeconds(10));
    run();
    assertThat(context.texts()).containsExactly("whole line", "half a line", "rest");
  }

  @Test
  void aFileIsKnownAgainThroughAllRotations() throws Exception {
    append("app.log", "line one\nline two\n");
    run();
    append("app.log", "line three\n");
    Files.move(path("app.log"), path("app.log.1"));
    append("app.log", "line four\n");
    run();
    gzip("app.log.1", "app.log.2.gz");
    Files.move(path("app.log"), path("app.log.1"));
    run();
    gzip("app.log.1", "app.log.1.gz");
    run();

    assertThat(context.texts()).containsExactly("line one", "line two", "line four", "line three");
    assertThat(context.positions()).doesNotHaveDuplicates();
    assertThat(context.reports()).isEmpty();
  }

  @Test
  void theRestOfARotatedFileIsReadFromItsCompressedForm() throws Exception {
    append("app.log", "line one\n");
    run();
    append("app.log", "line two\nline three");
    gzip("app.log", "app.log.1.gz");
    run();

    assertThat(context.texts()).containsExactly("line one", "line two", "line three");
    assertThat(context.positions().get(2).parts().get(0))
        .isEqualTo(context.positions().get(0).parts().get(0));
  }

  @Test
  void aFileThatIsCopiedAndCutOffIsReadFromItsCopy() throws Exception {
    append("app.log", "line one\n");
    run();
    append("app.log", "line two\n");
    Files.copy(path("app.log"), path("app.log.1"));
    Files.writeString(path("app.log"), "line three, longer than all before\n");
    run();

    assertThat(context.texts())
        .containsExactlyInAnyOrder("line one", "line two", "line three, longer than all before");
    assertThat(context.reports()).isEmpty();
  }

  @Test
  void aCopyThatIsSeenBeforeTheFileIsCutOffIsNotReadTwice() throws Exception {
    append("app.log", "line one\nline two\n");
    context.endAfterIdle(Duration.ofSeconds(3));
    run();
    boolean[] copied = {false};
    context.atPause(() -> copied[0] = copied[0] || copyThenCut(copied));
    context.endAfterIdle(Duration.ofSeconds(30));
    run();

    assertThat(context.texts()).containsExactly("line one", "line two");
  }

  private int pauses;

  /** The copy is there for two looks before the original is cut off. */
  private boolean copyThenCut(boolean[] done) {
    try {
      pauses++;
      if (pauses == 2) {
        Files.copy(path("app.log"), path("app.log.1"));
      }
      if (pauses == 5) {
        Files.writeString(path("app.log"), "");
      }
      return done[0];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFileOfItsOwnThatBeginsLikeAnotherIsRead() throws Exception {
    append("a.csv", "time,host\n");
    run();
    append("b.csv", "time,host\n");
    run();
    append("c.csv", "time,host\nnow,here\n");
    run();

    assertThat(context.texts()).containsExactly("time,host", "time,host", "time,host", "now,here");
  }

  @Test
  void equalDocumentsThatComeOneAfterAnotherAreAllRead() throws Exception {
    for (int i = 0; i < 3; i++) {
      append("event" + i + ".json", "{\"status\":\"ok\"}");
      Files.setLastModifiedTime(path("event" + i + ".json"), FileTime.fromMillis(1_000_000L * i));
      run();
      Files.delete(path("event" + i + ".json"));
      run();
    }

    assertThat(context.texts()).hasSize(3);
  }

  @Test
  void aDocumentIsTakenWhenItIsQuiet() throws Exception {
    append("doc.json", DOCUMENT.substring(0, 20));
    context.endAfterIdle(Duration.ofSeconds(3));
    run();
    append("doc.json", DOCUMENT.substring(20));
    context.endAfterIdle(Duration.ofSeconds(30));
    run();
    assertThat(context.texts()).containsExactly(DOCUMENT);

    append("doc.json", "more\n");
    run();
    assertThat(context.texts()).containsExactly(DOCUMENT, "more");
    assertThat(context.positions().get(1).parts().get(1)).isEqualTo("" + DOCUMENT.length());
  }

  @Test
  void aLongDocumentIsGoneOnWithAfterARestart() throws Exception {
    String element = "{\"k\":\"" + "x".repeat(300) + "\"}";
    append("doc.json", "[" + String.join(",\n", List.of(element, element, element)) + "]");
    FileFeed.Builder builder =
        feed().batchBytes(1).settings(Settings.builder().maxDocumentBytes(512).build());

    context.endAfterLogs(1).run(builder.build());
    assertThat(context.logs()).hasSize(1);
    context.endAfterLogs(9).run(builder.build());

    assertThat(context.logs()).extracting(log -> log.firstOrdinal()).containsExactly(0L, 1L, 2L);
    assertThat(context.positions()).containsOnly(context.positions().get(0));
    gzip("doc.json", "doc.json.gz");
    context.run(builder.build());
    assertThat(context.logs()).hasSize(3);
  }

  @Test
  void aCompressedFileIsReadOnceItIsWhole() throws Exception {
    byte[] gzip = Bytes.gzip(Bytes.of("line one\nline two\nline three\n"));
    Files.write(path("app.gz"), java.util.Arrays.copyOf(gzip, gzip.length - 4));
    run();
    assertThat(context.reports())
        .singleElement()
        .asString()
        .endsWith("app.gz: its gzip data ends in the middle");

    Files.write(path("app.gz"), gzip);
    Files.write(path("other.zst"), Bytes.zstd(Bytes.of("line four\n")));
    run();

    assertThat(context.texts())
        .containsExactlyInAnyOrder("line one", "line two", "line three", "line four");
    assertThat(context.reports()).hasSize(1);
  }

  @Test
  void oneUnreadableFileIsReportedOnceAndDisturbsNoOther() throws Exception {
    append("bad.gz", "\u001f");
    Files.write(path("bad.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    append("good.log", "a good line\n");
    run();

    assertThat(context.texts()).containsExactly("a good line");
    assertThat(context.reports()).hasSize(1);
  }

  @Test
  void whatIsRemovedUnreadIsReported() throws Exception {
    append("app.log", "line one\n");
    context.endAfterIdle(Duration.ofSeconds(2));
    run();
    append("app.log", "half");
    context.atPause(() -> {
      try {
        if (++pauses == 3) {
          Files.delete(path("app.log"));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
    context.endAfterIdle(Duration.ofSeconds(30));
    run();

    assertThat(context.reports())
        .singleElement()
        .asString()
        .contains("app.log: it was removed or cut off before its last 4 bytes were read");
  }

  @Test
  void startsAtTheEndOnlyAtTheVeryFirstStart() throws Exception {
    append("old.log", "an old line\n");
    Files.write(path("old.gz"), Bytes.gzip(Bytes.of("an older line\n")));
    FileFeed feed = feed().startAtEnd().build();
    context.run(feed);
    assertThat(context.logs()).isEmpty();

    append("old.log", "a new line\n");
    append("new.log", "a first line\n");
    context.run(feed);
    assertThat(context.texts()).containsExactlyInAnyOrder("a new line", "a first line");
  }

  @Test
  void globsChooseFiles() throws Exception {
    append("a.log", "log line a\n");
    append("a.txt", "text line\n");
    append(".hidden.log", "hidden line\n");
    Files.createDirectory(path("sub"));
    append("sub/b.log", "log line b\n");

    context.run(FileFeed.builder("files", SOURCE).glob(folder + "/*.log").build());
    assertThat(context.texts()).containsExactly("log line a");
    TestFeedContext all = TestFeedContext.create();
    all.run(FileFeed.builder("files", SOURCE).glob(folder + "/**.log").build());
    assertThat(all.texts()).containsExactlyInAnyOrder("log line a", "log line b");
  }

  @Test
  void aFileWithTwoNamesIsReadOnce() throws Exception {
    append("a.log", "a single line\n");
    Files.createLink(path("b.log"), path("a.log"));
    Files.createSymbolicLink(path("c.log"), path("a.log"));
    run();

    assertThat(context.texts()).containsExactly("a single line");
  }

  @Test
  void messagesAreLines() throws Exception {
    append("doc.json", DOCUMENT);
    context.run(
        FileFeed.builder("files", LogSource.of("kinesis", "s")).path(folder).build());

    assertThat(context.texts()).hasSize(6);
  }

  @Test
  void linesOverTheLimitAndBlankLinesAreCounted() throws Exception {
    append("app.log", "x".repeat(3000) + "\n\nshort\n");
    context.run(feed()
        .settings(Settings.builder().maxDocumentBytes(1024).build())
        .batchBytes(100)
        .build());

    assertThat(context.texts()).containsExactly("short");
    assertThat(context.batches().stream().mapToLong(batch -> batch.blankLines()).sum())
        .isEqualTo(1);
    assertThat(context.batches().stream()
            .mapToLong(batch -> batch.refused().size())
            .sum())
        .isEqualTo(1);
  }

  @Test
  void aLineOverTheLimitThatIsStillGrowingIsRefusedOnce() throws Exception {
    append("app.log", "a line\n" + "x".repeat(2000));
    context.atPause(() -> {
      pauses++;
      if (pauses < 20) {
        write("app.log", "x".repeat(10));
      }
      if (pauses == 20) {
        write("app.log", "\nshort\n");
      }
    });
    context.run(
        feed().settings(Settings.builder().maxDocumentBytes(1024).build()).build());

    assertThat(context.texts()).containsExactly("a line", "short");
    assertThat(context.batches().stream().flatMap(batch -> batch.refused().stream()))
        .singleElement()
        .matches(letter -> letter.reason().startsWith("is a line of 2190 bytes"));
  }

  @Test
  void filesThatAreGoneAreForgottenAfterAWhile() throws Exception {
    append("app.log", "line one\n");
    FileFeed feed = feed()
        .pollEvery(Duration.ofMinutes(10))
        .rememberFor(Duration.ofHours(1))
        .build();
    context.run(feed);
    Files.delete(path("app.log"));
    context.atPause(() -> {
      if (++pauses == 10) {
        write("other.log", "line two\n");
      }
    });
    context.endAfterIdle(Duration.ofHours(2)).run(feed);

    assertThat(context.checkpoint().orElseThrow()).contains("other.log").doesNotContain("app.log");
  }

  @Test
  void moreFilesThanAllowedAreReported() throws Exception {
    append("a.log", "line one\n");
    append("b.log", "line two\n");
    context.run(feed().mostFiles(1).build());

    assertThat(context.texts()).containsExactly("line one");
    assertThat(context.reports()).singleElement().asString().contains("b.log: this file and all");
  }

  @Test
  void aFolderThatIsMissingIsReported() throws Exception {
    context.run(FileFeed.builder("files", SOURCE).path(path("none")).build());

    assertThat(context.reports()).singleElement().asString().contains("no such file or folder");
  }

  @Test
  void anotherCheckpointIsRefused() {
    assertThatThrownBy(() -> feed().build().run(Optional.of("{}"), context))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another name");
  }

  @Test
  void theExamplesOfTheDocsAreBuilt() {
    // docs: file-feed
    FileFeed web = FileFeed.builder("web", LogSource.of("file", "web"))
        .glob("/var/log/web/*.log*")
        .pollEvery(Duration.ofSeconds(1))
        .quietAfter(Duration.ofSeconds(5))
        .build();
    // end
    // docs: standard-input-feed
    StandardInputFeed input =
        StandardInputFeed.of("input", LogSource.of("stdin", "app"), System.in, Settings.defaults());
    // end

    assertThat(web.name()).isEqualTo("web");
    assertThat(input.name()).isEqualTo("input");
  }

  @Test
  void wrongUseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> FileFeed.builder(" ", SOURCE));
    FileFeed.Builder builder = FileFeed.builder("files", SOURCE);
    assertThatIllegalStateException().isThrownBy(builder::build);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.batchBytes(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.mostFiles(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.pollEvery(Duration.ZERO));
  }
}
