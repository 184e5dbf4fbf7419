package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.local.LogInput;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputArgumentTest {

  @TempDir
  private Path folder;

  private final List<UnreadableInput> unreadable = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of(
        "b.json", "a.json", "sub/c.json", "sub/d.txt", ".hidden", ".git/e.json", "[odd].json")) {
      Samples.write(folder.resolve(name), "{}");
    }
    Files.createDirectory(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("circle"), folder);
  }

  @Test
  void readsSourceAndPath() {
    assertThat(InputArgument.parse("s3:my:bucket=logs/a=b.json"))
        .isEqualTo(new InputArgument(LogSource.of("s3", "my:bucket"), "logs/a=b.json"));
    assertThat(InputArgument.parse("stdin:x=-").isStandardInput()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logs/", "s3=logs", "s3:=logs", ":b=logs", "s3:b=", "=x", "s3:b"})
  void saysHowToWriteIt(String text) {
    assertThatThrownBy(() -> InputArgument.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("SERVICE:RESOURCE=PATH");
  }

  @Test
  void aFolderIsReadByNameWithoutHiddenFilesAndCircles() {
    assertThat(expand(folder.toString()))
        .containsExactly("[odd].json", "a.json", "b.json", "sub/c.json", "sub/d.txt");
  }

  @Test
  void aFileIsItselfEvenIfItLooksLikeAGlobOrIsHidden() {
    assertThat(expand(folder.resolve("[odd].json").toString())).containsExactly("[odd].json");
    assertThat(expand(folder.resolve(".hidden").toString())).containsExactly(".hidden");
  }

  @Test
  void aGlobIsExpanded() {
    assertThat(expand(folder + "/*.json")).containsExactly("[odd].json", "a.json", "b.json");
    assertThat(expand(folder + "/**.json"))
        .containsExactly("[odd].json", "a.json", "b.json", "sub/c.json");
    assertThat(expand(folder + "//{a,b}.json")).containsExactly("a.json", "b.json");
    assertThat(unreadable).isEmpty();
  }

  @Test
  void nothingToReadIsReported() {
    assertThat(expand(folder + "/*.csv")).isEmpty();
    assertThat(expand(folder + "/none/*.csv")).isEmpty();
    assertThat(expand(folder.resolve("empty").toString())).isEmpty();

    assertThat(unreadable)
        .extracting(UnreadableInput::reason)
        .containsExactly("no file matches", "no file matches", "the folder holds no files");
  }

  @Test
  void aBrokenPatternIsWrongUse() {
    assertThatThrownBy(() -> expand(folder + "/{a"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no path");
  }

  private List<String> expand(String path) {
    List<LogInput> inputs = new ArrayList<>();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Io io = new Io(
        new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false, Prompt.console());
    InputArgument.parse("s3:b=" + path).expand(io, inputs, unreadable);
    return inputs.stream()
        .map(input -> folder.relativize(input.file().orElseThrow()).toString())
        .toList();
  }
}
