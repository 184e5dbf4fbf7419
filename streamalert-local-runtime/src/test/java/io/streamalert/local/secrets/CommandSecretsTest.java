package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommandSecretsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir
  private Path folder;

  private static CommandSecrets shell(String script, Duration limit) {
    return CommandSecrets.of(List.of("sh", "-c", script, "sh", "{name}"), limit);
  }

  private static Optional<String> read(String script) {
    return shell(script, LONG).read("slack/security");
  }

  @Test
  void theOutputIsTheSecretWithoutItsLineFeed() {
    assertThat(read("echo \"value of $1\"")).contains("value of slack/security");
    assertThat(read("printf 'two\\nlines\\n'")).contains("two\nlines");
    assertThat(read("printf ' a '")).contains(" a ");
    assertThat(read("true")).isEmpty();
  }

  @Test
  void thereIsNoShellAndNoOption() {
    CommandSecrets echo = CommandSecrets.of(List.of("echo", "{name}"), LONG);

    assertThat(echo.read("$(id); `id` > x")).contains("$(id); `id` > x");
    assertThat(echo.read("-n")).isEmpty();
  }

  @Test
  void nothingIsOnItsStandardInput() {
    assertThat(read("cat; echo end")).contains("end");
  }

  @Test
  void aChangeIsSeenAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("s"), "old");
    CommandSecrets cat = CommandSecrets.of(List.of("cat", folder + "/{name}"), LONG);

    assertThat(cat.read("s")).contains("old");
    Files.writeString(file, "new");
    assertThat(cat.read("s")).contains("new");
  }

  @Test
  void whatItSaysOnStandardErrorIsNotShown() {
    assertThatThrownBy(() -> read("echo hunter2; echo hunter2 >&2; exit 3"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("The command sh ended with code 3 for the secret \"slack/security\"."
            + " Run it by hand to see why.");
    assertThat(read("echo noise >&2; echo value")).contains("value");
  }

  @Test
  @Timeout(20)
  void aCommandThatHangsIsEnded() throws IOException {
    Path pid = folder.resolve("pid");

    assertThatThrownBy(
            () -> shell("echo $$ > " + pid + "; sleep 1000; true", SHORT).read("a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("did not end within 1 seconds");
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    process.ifPresent(left -> left.onExit().join());
    assertThat(process.filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  @Timeout(20)
  void aCommandThatClosesItsOutputAndHangsIsEnded() {
    assertThatThrownBy(
            () -> shell("echo hunter2; exec >&-; sleep 1000; true", SHORT).read("a"))
        .hasMessageContaining("did not end within 1 seconds")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  @Timeout(20)
  void anEndlessOutputIsCutOff() {
    assertThatThrownBy(() -> read("yes")).hasMessageContaining("more than 65536 bytes");
    assertThat(read("head -c 65536 /dev/zero | tr '\\0' a").orElseThrow()).hasSize(65536);
  }

  @Test
  void whatIsNoTextOrCannotBeRunIsRefused() {
    assertThatThrownBy(() -> read("printf '\\377'")).hasMessageContaining("did not print UTF-8");
    CommandSecrets none = CommandSecrets.of(List.of("/no/such-program", "{name}"), LONG);
    assertThatThrownBy(() -> none.read("a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("The command such-program cannot be run. Name a program that can.");
  }

  @Test
  void argumentsAreNotShown() {
    assertThat(CommandSecrets.of(List.of("/bin/vault", "-token=hunter2", "{name}"), LONG))
        .hasToString("the command vault");
  }

  @Test
  void aCommandNeedsThePlaceOfTheNameAndALimit() {
    for (List<String> wrong : List.of(List.<String>of(), List.of("{name}"), List.of("a", "b"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CommandSecrets.of(wrong, LONG))
          .withMessageContaining("{name}");
    }
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(61))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CommandSecrets.of(List.of("a", "{name}"), wrong))
          .withMessageContaining("1 to 60 seconds");
    }
  }
}
