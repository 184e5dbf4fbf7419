package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.SecretSource;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ConfiguredSecretsTest {

  private static final Passphrase PROMPT =
      (file, isNew) -> "typed".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path folder;

  private static ConfiguredSecrets configured(String json) {
    return ConfiguredSecrets.of(
        FieldValue.parse(json.replace('\'', '"')), "conf/secrets.json", PROMPT);
  }

  @Test
  void withoutAFileThereIsTheEnvironment() {
    ConfiguredSecrets secrets =
        ConfiguredSecrets.of(FieldValue.missing(), "conf/secrets.json", PROMPT);

    assertThat(secrets.store()).isEmpty();
    assertThat(secrets.source().description())
        .isEqualTo("the environment variables STREAMALERT_SECRET_SERVICE_DESCRIPTOR");
    assertThat(configured("{}").source()).hasToString(secrets.source().toString());
  }

  @Test
  void variablesHaveNamesThatAShellCanSet() {
    SecretSource source =
        new VariableSecrets(SecretSource.of(Map.of("STREAMALERT_SECRET_SLACK_SEC_1", "value")));

    assertThat(source.read("slack/sec-1")).contains("value");
    assertThat(source.read("slack/sec")).isEmpty();
  }

  @Test
  void sourcesAreAskedInOrderAndTheFirstThatCanBeWrittenKeeps() {
    ConfiguredSecrets secrets = configured("{'sources': [{'type': 'environment'},"
        + " {'type': 'folder', 'path': '" + folder + "/one'},"
        + " {'type': 'file', 'path': '" + folder + "/two.json'},"
        + " {'type': 'encrypted', 'path': '" + folder + "/three.enc'},"
        + " {'type': 'command', 'command': ['printf', 'four of %s', '{name}']}]}");
    SecretStore store = secrets.store().orElseThrow();

    assertThat(store.description()).isEqualTo("the folder " + folder + "/one");
    assertThat(secrets.source().read("a/b")).contains("four of a/b");
    SecretStore.file(folder.resolve("two.json")).write("a/b", "two");
    assertThat(secrets.source().read("a/b")).contains("two");
    store.write("a/b", "one");
    assertThat(secrets.source().read("a/b")).contains("one");
    assertThat(secrets).hasToString("ConfiguredSecrets[" + secrets.source() + "]");
  }

  @Test
  void withoutAKeyFileAPersonIsAsked() {
    String encrypted = "{'sources': [{'type': 'encrypted', 'path': '" + folder + "/secrets.enc'}]}";
    configured(encrypted).store().orElseThrow().write("a/b", "value");

    assertThat(SecretStore.encrypted(folder.resolve("secrets.enc"), PROMPT).read("a/b"))
        .contains("value");
  }

  /** Outputs do not tell why a secret cannot be read, so the log does. */
  @Test
  void failuresAreLoggedWithTheMend() {
    Logger logger = (Logger) LoggerFactory.getLogger(LoggedSecrets.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    SecretSource source = configured("{'sources': [{'type': 'command', 'command':"
            + " ['sh', '-c', 'echo hunter2; exit 1', '{name}']}]}")
        .source();

    assertThatThrownBy(() -> source.read("a/b")).isInstanceOf(UncheckedIOException.class);

    logger.detachAppender(log);
    assertThat(log.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .isEqualTo("The secret \"a/b\" cannot be read. The command sh ended with code 1 for the"
            + " secret \"a/b\". Run it by hand to see why.");
  }

  @Test
  void allProblemsAreToldWithTheirPlace() {
    assertThatThrownBy(() -> configured("{'sources': [{'type': 'foldr', 'path': 'a'}, {},"
            + " {'type': 'folder'}, {'type': 'encrypted', 'path': 'a', 'keyfile': 'k'},"
            + " {'type': 'encrypted', 'path': 'a', 'key_file': ''},"
            + " {'type': 'command', 'command': ['pass', 'show']},"
            + " {'type': 'command', 'command': ['pass', '{name}'], 'timeout_seconds': 61}]}"))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains("conf/secrets.json")
        .contains("/sources/0/type", "no source of secrets \"foldr\"", "Did you mean \"folder\"?")
        .contains("/sources/1/type", "/sources/2/path", "Add \"path\": \"PATH\".")
        .contains("/sources/3/keyfile", "Did you mean \"key_file\"?")
        .contains("/sources/4/key_file")
        .contains("/sources/5/command", "{name}")
        .contains("/sources/6/timeout_seconds", "Write 1 to 60.");
  }
}
