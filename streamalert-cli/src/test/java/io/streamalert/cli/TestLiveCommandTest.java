package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLiveCommandTest {

  @TempDir
  private Path folder;

  private Receiver receiver;
  private Path conf;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    conf = Samples.conf(folder.resolve("conf"));
    Samples.write(conf.resolve("outputs.json"), "{\"slack\": [\"security\"]}");
    Samples.write(
        conf.resolve("secrets.json"),
        "{\"sources\": [{\"type\": \"folder\", \"path\": \"" + folder + "/secrets\"}]}");
    rule("slack:security");
    Samples.write(
        folder.resolve("tests/t.json"),
        "[" + event("ann", "\"ann_logged_in\"") + "," + event("bob", "") + "]");
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private void rule(String output) throws IOException {
    Samples.write(folder.resolve("rules/acme/AnnLoggedIn.java"), """
        package acme;

        import static io.streamalert.condition.Condition.field;
        import io.streamalert.rule.*;

        public class AnnLoggedIn implements Rule {
          public RuleSpec spec() {
            return RuleSpec.named("ann_logged_in").description("d").logs("test:login")
                .where(field("user").is("ann")).outputs("%s").build();
          }
        }
        """.formatted(output));
  }

  private static String event(String user, String rules) {
    return "{\"description\": \"" + user + "\", \"log\": \"test:login\", \"service\": \"s3\","
        + " \"source\": \"login-bucket\", \"data\": {\"user\": \"" + user
        + "\"}, \"trigger_rules\": [" + rules + "]}";
  }

  private void store(String path) {
    SecretStore.folder(folder.resolve("secrets"))
        .write("slack/security", "{\"url\": \"" + receiver.url(path) + "\"}");
  }

  private Cli.Result live() {
    return Cli.run(
        "test",
        "live",
        "--conf",
        conf.toString(),
        "--rules",
        folder.resolve("rules").toString(),
        "-d",
        folder.resolve("tests").toString());
  }

  @Test
  void theAlertsOfTestsArrive() {
    store("/good");

    Cli.Result result = live();

    assertThat(result.out()).contains("Total tests: 2\nPass: 2\nFail: 0\n");
    assertThat(result.exitCode()).isZero();
    assertThat(receiver.received)
        .singleElement()
        .asString()
        .startsWith("/good ")
        .contains("ann_logged_in");
  }

  @Test
  void aTestFailsIfItsAlertIsNotTaken() {
    store("/old");

    Cli.Result result = live();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("Total tests: 2\nPass: 1\nFail: 1\n")
        .contains("the alert of ann_logged_in for slack:security: not delivered.", "403");
  }

  @Test
  void aTestFailsIfItsOutputIsNotConfigured() throws IOException {
    rule("slack:securty");

    Cli.Result result = live();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("ann_logged_in for slack:securty: There is no output \"slack:securty\" in")
        .contains("Did you mean \"slack:security\"?");
  }

  @Test
  void aTestFailsIfTheOutputIsNotConfiguredAsItHasToBe() throws IOException {
    rule("file:a");
    Samples.write(conf.resolve("outputs.json"), "{\"file\": [\"a\"]}");

    assertThat(live().out()).contains("ann_logged_in for file:a: ", "\"path\" is required");
  }

  @Test
  void outputsAreThoseOfAConfiguration() {
    Cli.Result result = Cli.run("test", "live", "-d", folder.resolve("tests").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--conf DIR");
  }
}
