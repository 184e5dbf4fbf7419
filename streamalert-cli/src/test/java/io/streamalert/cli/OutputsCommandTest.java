package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.secrets.Passphrase;
import io.streamalert.local.secrets.SecretStore;
import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsCommandTest {

  private static final String URL = "https://hooks.example/hunter2";
  private static final String SECRET = "slack/security";

  @TempDir
  private Path folder;

  private Path conf;

  @BeforeEach
  void configure() throws IOException {
    conf = Samples.conf(folder.resolve("conf"));
    Samples.write(
        conf.resolve("secrets.json"),
        "{\"sources\": [{\"type\": \"folder\", \"path\": \"" + folder + "/secrets\"}]}");
  }

  private SecretStore store() {
    return SecretStore.folder(folder.resolve("secrets"));
  }

  private Cli.Result outputs(Cli cli, String... arguments) {
    return cli.execute(Stream.of(
            Stream.of("outputs", arguments[0], "--conf", conf.toString()),
            Stream.of(arguments).skip(1))
        .flatMap(part -> part)
        .toArray(String[]::new));
  }

  private Cli.Result outputs(String... arguments) {
    return outputs(new Cli(), arguments);
  }

  private Cli.Result typing(TypedAnswers answers, String... arguments) {
    return outputs(new Cli().typing(answers), arguments);
  }

  private String outputsJson() throws IOException {
    return Files.readString(conf.resolve("outputs.json"));
  }

  @Test
  void setAsksForEachPropertyAndKeepsWhereTheConfigurationSays() throws IOException {
    Samples.write(conf.resolve("outputs.json"), "{\"teams\": [\"b\"], \"slack\": [\"a\"]}");
    TypedAnswers answers = TypedAnswers.of("security", " " + URL + " ");

    Cli.Result result = typing(answers, "set", "slack");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("Saved the output slack:security", "send-test slack:security --conf " + conf)
        .doesNotContain("hunter2");
    assertThat(answers.shown).singleElement().asString().contains("descriptor");
    assertThat(answers.hidden)
        .containsExactly("Please supply the full URL of the Slack webhook, with its secret part: ");
    assertThat(store().read(SECRET)).contains("{\"url\":\"" + URL + "\"}");
    assertThat(outputsJson()).isEqualTo("""
        {
          "teams": [
            "b"
          ],
          "slack": [
            "a",
            "security"
          ]
        }
        """);
  }

  @Test
  void answersThatCannotBeUsedAreAskedForAgain() {
    TypedAnswers answers =
        TypedAnswers.of("a b", "", "security", "", "http://hunter2", "https://a b", URL);

    Cli.Result result = typing(answers, "set", "slack");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("\"descriptor\" must not contain space or ':'. Try again.")
        .contains("\"url\" is required. Try again.")
        .contains("\"url\" must be a URL that begins with https://. Try again.")
        .doesNotContain("hunter2");
    assertThat(store().read(SECRET)).contains("{\"url\":\"" + URL + "\"}");
  }

  @Test
  void setRefusesAnOutputThatIsThereUnlessItIsToBeUpdated() {
    typing(TypedAnswers.of("security", URL), "set", "slack");

    Cli.Result again = typing(TypedAnswers.of("security", URL + "3"), "set", "slack");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("slack:security is there already", "--update");
    assertThat(store().read(SECRET).orElseThrow()).endsWith("hunter2\"}");

    assertThat(
            typing(TypedAnswers.of("security", URL + "3"), "set", "slack", "-u").exitCode())
        .isZero();
    assertThat(store().read(SECRET).orElseThrow()).endsWith("hunter23\"}");
    assertThat(outputs("list").outLines()).containsExactly("slack:security");
  }

  @Test
  void setTakesAFileOrStandardInputInPlaceOfAPerson() throws IOException {
    Path file = Samples.write(folder.resolve("p.json"), "{\"url\": \"" + URL + "\"}");

    assertThat(outputs("set", "slack", "--descriptor", "a", "--from-file", file.toString())
            .exitCode())
        .isZero();
    assertThat(outputs(
                new Cli().in("{\"url\": \"" + URL + "\"}"),
                "set",
                "slack",
                "--descriptor",
                "b",
                "--from-file",
                "-")
            .exitCode())
        .isZero();
    assertThat(store().read("slack/a")).isEqualTo(store().read("slack/b")).isPresent();
  }

  @Test
  void setTellsAllThatIsWrongWithAFileAndSavesNothing() throws IOException {
    Path file = Samples.write(folder.resolve("p.json"), "{\"uri\": \"hunter2\"}");

    Cli.Result result =
        outputs("set", "slack", "--descriptor", "a", "--from-file", file.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("There is no property \"uri\". Did you mean \"url\"?", "\"url\" is required")
        .doesNotContain("hunter2");
    assertThat(conf.resolve("outputs.json")).doesNotExist();
    assertThat(folder.resolve("secrets")).doesNotExist();
  }

  @Test
  void withoutATerminalSetNamesTheOtherWays() {
    Cli.Result result = outputs("set", "slack");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no terminal", "--from-env", "--from-file");
    assertThat(outputs("set", "slack", "--from-env").err()).contains("add --descriptor");
    assertThat(outputs("set", "slack", "--descriptor", "a:b", "--from-env").err())
        .contains("--descriptor: \"descriptor\" must not contain");
    assertThat(outputs("set", "slack", "--descriptor", "a", "--from-env").err())
        .contains("\"url\" is required");
  }

  @Test
  void propertiesHaveVariables() {
    OutputServices services = OutputServices.found();

    assertThat(PropertyVariables.of(
            services.require("slack").properties(),
            Map.of("STREAMALERT_OUTPUT_URL", URL, "STREAMALERT_OUTPUT_X", "1")))
        .containsOnly(Map.entry("url", URL));
  }

  @Test
  void withoutAPlaceForCredentialsSetSaysHowToNameOne() throws IOException {
    Files.delete(conf.resolve("secrets.json"));

    Cli.Result result = typing(TypedAnswers.of("security", URL), "set", "slack");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(conf.resolve("secrets.json") + " names no place", "\"encrypted\"");
    assertThat(conf.resolve("outputs.json")).doesNotExist();
  }

  @Test
  void whatIsNoCredentialStandsInTheConfiguration() throws IOException {
    Files.delete(conf.resolve("secrets.json"));
    Samples.write(conf.resolve("outputs.json"), "{\"file\": [\"old\"]}");

    TypedAnswers answers = TypedAnswers.of("alerts", folder + "/alerts.jsonl", "", "24", "");
    assertThat(typing(answers, "set", "file").exitCode()).isZero();

    FieldValue json = FieldValue.parse(outputsJson());
    assertThat(json.at("file").toJson())
        .isEqualTo("{\"old\":{},\"alerts\":{\"path\":\"" + folder
            + "/alerts.jsonl\",\"max_age_hours\":\"24\"}}");
    assertThat(outputs("get", "file", "-d", "alerts").outLines())
        .containsExactly(
            "file:alerts", "  path: " + folder + "/alerts.jsonl", "  max_age_hours: 24");
  }

  @Test
  void getHidesCredentialsUnlessItIsAskedForThem() {
    typing(TypedAnswers.of("security", URL), "set", "slack");
    typing(TypedAnswers.of("sample-channel", URL), "set", "slack");

    assertThat(outputs("get", "slack").outLines()).containsExactly("slack:security", "  url: ***");
    assertThat(outputs("get", "slack", "--show-credentials").outLines())
        .containsExactly("slack:security", "  url: " + URL);
    assertThat(outputs("get", "slack", "-d", "sample-channel").outLines())
        .containsExactly("slack:sample-channel", "  url: ***");
    store().remove(SECRET);
    Cli.Result missing = outputs("get", "slack", "-d", "security");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.outLines()).containsExactly("slack:security", "  url is missing");
    assertThat(outputs("get", "slack", "-d", "secutity").err())
        .contains("no output \"slack:secutity\"", "Did you mean \"slack:security\"?");
    assertThat(outputs("get", "slakc").err()).contains("Did you mean \"slack\"?");
  }

  @Test
  void listShowsWhatIsConfigured() throws IOException {
    Samples.write(
        conf.resolve("outputs.json"),
        "{\"slack\": [\"b\", \"a\"], \"aws-sns\": {\"t\": \"topic\"}}");

    Cli.Result result = outputs("list");
    assertThat(result.outLines()).containsExactly("aws-sns:t", "slack:a", "slack:b");
    assertThat(result.err()).contains("3 outputs.", "Nothing here delivers to aws-sns.");
    assertThat(outputs("list", "-s", "slack").outLines()).containsExactly("slack:a", "slack:b");
    assertThat(outputs("list", "-s", "aws-sns", "--json").out())
        .isEqualTo("{\"outputs\":[{\"output\":\"aws-sns:t\",\"service\":\"aws-sns\","
            + "\"descriptor\":\"t\",\"available\":false}]}\n");
  }

  @Test
  void removeForgetsTheOutputAndItsCredentials() throws IOException {
    typing(TypedAnswers.of("security", URL), "set", "slack");
    typing(TypedAnswers.of("other", URL), "set", "slack");

    Cli.Result result = outputs("remove", "slack:security");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("Removed the output slack:security and its credentials.");
    assertThat(store().read(SECRET)).isEmpty();
    assertThat(FieldValue.parse(outputsJson()).toJson()).isEqualTo("{\"slack\":[\"other\"]}");
    store().remove("slack/other");
    assertThat(outputs("remove", "slack:other").err()).contains("no credentials");
    assertThat(outputsJson()).isEqualToIgnoringWhitespace("{}");
    assertThat(outputs("remove", "slack:other").exitCode()).isEqualTo(2);
  }

  @Test
  void aSkeletonIsFilledInAndReadAgain() throws IOException {
    Path file = folder.resolve("skeleton.json");

    Cli.Result made =
        Cli.run("outputs", "generate-skeleton", "-s", "slack", "file", "-f", file.toString());
    assertThat(made.exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Cli.Result unfilled = outputs("set-from-file", "-f", file.toString());
    assertThat(unfilled.exitCode()).isEqualTo(2);
    assertThat(unfilled.err())
        .contains(file + "#/slack/0: \"url\" still says what it is, in place of its value")
        .contains(file + "#/file/0: \"path\" still says");

    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll(
                "\"descriptor\" : \"[^\"]*\"|\"descriptor\": \"[^\"]*\"", "\"descriptor\": \"a\"")
            .replaceAll("\"url\": \"[^\"]*\"", "\"url\": \"" + URL + "\"")
            .replaceAll("\"path\": \"[^\"]*\"", "\"path\": \"a.jsonl\"")
            .replaceAll("\"(max_\\w+|keep)\": \"[^\"]*\"", "\"$1\": \"\""));
    Cli.Result filled = outputs("set-from-file", "-f", file.toString());

    assertThat(filled.err()).contains("2 outputs saved. Delete " + file);
    assertThat(filled.exitCode()).isZero();
    assertThat(outputs("list").outLines()).containsExactly("file:a", "slack:a");
    assertThat(store().read("slack/a")).contains("{\"url\":\"" + URL + "\"}");
    assertThat(outputs("set-from-file", "-f", file.toString()).err())
        .contains("#/slack/0: The output slack:a is there already", "--update");
    assertThat(outputs("set-from-file", "-u", "-f", file.toString()).exitCode()).isZero();
    assertThat(Cli.run("outputs", "generate-skeleton", "-f", file.toString()).exitCode())
        .isEqualTo(2);
  }

  @Test
  void aFileThatIsNoMapIsRefused() throws IOException {
    Path file = Samples.write(folder.resolve("p.json"), "[\"hunter2\"]");

    Cli.Result result = outputs("set-from-file", "-f", file.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(file + " is no JSON map").doesNotContain("hunter2");
    assertThat(outputs("set-from-file", "-f", folder + "/none.json").err())
        .contains("cannot be read");
  }

  @Test
  void anEncryptedFileAsksForItsPassphraseAndTellsAWrongOne() throws IOException {
    Path file = folder.resolve("secrets.enc");
    Samples.write(
        conf.resolve("secrets.json"),
        "{\"sources\": [{\"type\": \"encrypted\", \"path\": \"" + file + "\"}]}");

    TypedAnswers answers = TypedAnswers.of("security", URL, "grüße", "grüße");
    assertThat(typing(answers, "set", "slack").exitCode()).isZero();
    assertThat(answers.hidden.subList(1, 3))
        .containsExactly("New passphrase of " + file + ": ", "The same once more: ");

    assertThat(typing(TypedAnswers.of("grüße"), "get", "slack").outLines()).contains("  url: ***");
    Cli.Result wrong = typing(TypedAnswers.of("gruesse"), "get", "slack");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("The passphrase is not that of the file " + file);
    assertThat(outputs("get", "slack").err()).contains("no terminal", "\"key_file\"");
    assertThat(typing(TypedAnswers.of(""), "get", "slack").err())
        .contains("No passphrase was given");
    Passphrase right = (of, isNew) -> "grüße".getBytes(StandardCharsets.UTF_8);
    assertThat(SecretStore.encrypted(file, right).read(SECRET)).isPresent();
  }

  @Test
  void passphrasesThatDifferMakeNoFile() throws IOException {
    Samples.write(
        conf.resolve("secrets.json"),
        "{\"sources\": [{\"type\": \"encrypted\", \"path\": \"" + folder + "/s.enc\"}]}");

    Cli.Result result = typing(TypedAnswers.of("security", URL, "one", "two"), "set", "slack");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("passphrases differ");
    assertThat(folder.resolve("s.enc")).doesNotExist();
    assertThat(conf.resolve("outputs.json")).doesNotExist();
  }

  @Test
  void aConfigurationThatCannotBeUsedIsTold() throws IOException {
    Samples.write(conf.resolve("secrets.json"), "{\"sources\": [{\"type\": \"folder\"}]}");

    Cli.Result result = outputs("list");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(conf + "/secrets.json#/sources/0/path");
    assertThat(Cli.run("outputs", "list", "--conf", folder + "/none").err())
        .contains("--conf: there is no directory");
  }
}
