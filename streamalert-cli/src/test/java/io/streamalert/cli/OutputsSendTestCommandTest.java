package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsSendTestCommandTest {

  @TempDir
  private Path folder;

  private Receiver receiver;
  private Path conf;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    conf = Samples.conf(folder.resolve("conf"));
    Samples.write(conf.resolve("outputs.json"), "{\"slack\": [\"security\"]}");
    secrets("{\"type\": \"folder\", \"path\": \"" + folder + "/secrets\"}");
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private void secrets(String source) throws IOException {
    Samples.write(conf.resolve("secrets.json"), "{\"sources\": [" + source + "]}");
  }

  private void store(String path) {
    SecretStore.folder(folder.resolve("secrets"))
        .write("slack/security", "{\"url\": \"" + receiver.url(path) + "\"}");
  }

  private Cli.Result send(String output) {
    return Cli.run("outputs", "send-test", "--conf", conf.toString(), output);
  }

  @Test
  void anAlertArrivesThatSaysThatItIsATest() {
    store("/good");

    Cli.Result result = send("slack:security");

    assertThat(result.out()).isEqualTo("slack:security: delivered.\n");
    assertThat(result.exitCode()).isZero();
    assertThat(receiver.received)
        .singleElement()
        .asString()
        .startsWith("/good ")
        .contains("streamalert_output_test", "This is a test of the output");
  }

  @Test
  void aRefusalIsToldWithoutTheCredential() {
    store("/old");

    Cli.Result result = send("slack:security");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("slack:security: not delivered. ")
        .contains("403", "Can be tried again in 300 seconds.")
        .doesNotContain("/old");
    assertThat(receiver.received).hasSize(1);
  }

  /** Each run of the command gives the next line, as a manager does whose entry is changed meanwhile. */
  @Test
  void changedCredentialsAreReadAgainWhereTheyAreNotAccepted() throws IOException {
    Path first = Samples.write(folder.resolve("first"), receiver.url("/old"));
    Path second = Samples.write(folder.resolve("second"), receiver.url("/good"));
    secrets("{\"type\": \"command\", \"command\": [\"sh\", \"-c\", \"cat '" + first + "'; mv '"
        + second + "' '" + first + "' 2>/dev/null || true\", \"sh\", \"{name}\"]}");

    Cli.Result result = send("slack:security");

    assertThat(result.out()).isEqualTo("slack:security: delivered.\n");
    assertThat(receiver.received).hasSize(2);
    assertThat(receiver.received.get(1)).startsWith("/good ");
  }

  @Test
  void credentialsThatAreMissingAreNamed() {
    Cli.Result result = send("slack:security");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("Supply the secret", "slack/security#url", "the folder " + folder);
  }

  @Test
  void outputsWithoutCredentialsAreTriedToo() throws IOException {
    Path file = folder.resolve("alerts.jsonl");
    Samples.write(
        conf.resolve("outputs.json"), "{\"file\": {\"a\": {\"path\": \"" + file + "\"}}}");

    assertThat(send("file:a").exitCode()).isZero();
    assertThat(Files.readString(file)).contains("streamalert_output_test");
  }

  @Test
  void wrongUseNamesTheMend() throws IOException {
    assertThat(send("slack:securty").err()).contains("Did you mean \"slack:security\"?");
    assertThat(send("slack:securty").exitCode()).isEqualTo(2);
    Samples.write(
        conf.resolve("outputs.json"),
        "{\"aws-sns\": {\"t\": \"topic\"}, \"file\": {\"a\": {\"pathh\": \"x\"}}}");
    assertThat(send("aws-sns:t").err()).contains("no service \"aws-sns\" here");
    Cli.Result wrong = send("file:a");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("outputs.json#/file/a", "no property \"pathh\"", "\"path\" is required");
  }
}
