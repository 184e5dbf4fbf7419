package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

  @TempDir
  private Path folder;

  private String conf = "";

  @BeforeEach
  void writeConf() throws IOException {
    conf = Samples.conf(folder.resolve("conf")).toString();
  }

  private static List<FieldValue> lines(Cli.Result result) {
    return result.outLines().stream().map(Samples::json).toList();
  }

  @Test
  void printsOneObjectForEachLog() throws IOException {
    Path file = Samples.write(
        folder.resolve("logs.jsonl"), "{\"user\":\"eve\"}\n\n{\"usr\":\"bob\"}\n{\"user\":7}\n");

    Cli.Result result = Cli.run("classify", "--conf", conf, file.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines())
        .containsExactly(
            "{\"index\":0,\"log_type\":\"test:login\",\"records\":[{\"user\":\"eve\"}],\"invalid\":0}",
            "{\"index\":1,\"log_type\":null,\"records\":[],\"invalid\":1}",
            "{\"index\":2,\"log_type\":\"test:login\",\"records\":[{\"user\":\"7\"}],\"invalid\":0}");
  }

  @Test
  void triesTheBuiltInSchemasWithoutAConfiguration() {
    Cli.Result result = new Cli().in(Samples.cloudTrail("DeleteTrail")).execute("classify", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(lines(result)).singleElement().satisfies(line -> {
      assertThat(line.at("log_type").asText()).isEqualTo("cloudtrail:events");
      assertThat(line.at("records").elements().get(0).at("eventName").asText())
          .isEqualTo("DeleteTrail");
    });
  }

  @Test
  void explainsWhatEachLogTypeMakesOfALog() {
    Cli.Result result =
        new Cli().in("{\"usr\":\"bob\"}").execute("classify", "--conf", conf, "--explain", "-");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.outLines())
        .singleElement()
        .asString()
        .endsWith("\"schemas\":{\"test:login\":{\"matches\":false,\"parsed\":0,\"invalid\":1,"
            + "\"reason\":\"the key \\\"user\\\" is missing\"}}}");
  }

  @Test
  void tellsTheElementsOfASplitList() {
    Cli.Result result = new Cli()
        .in("[{\"user\":\"eve\"},5]")
        .execute("classify", "--conf", conf, "--explain", "-");

    FieldValue line = lines(result).get(0);
    assertThat(line.at("log_type").isNull()).isTrue();
    assertThat(line.at("elements").toJson())
        .isEqualTo("[{\"log_type\":\"test:login\",\"records\":[{\"user\":\"eve\"}],\"invalid\":0},"
            + "{\"log_type\":null,\"records\":[],\"invalid\":1}]");
    assertThat(line.at("schemas", "test:login", "matches").is(false)).isTrue();
  }

  @Test
  void takesPayloadsOutOfAFieldOfEachLine() {
    String in = "{\"id\":1,\"raw\":\"{\\\"user\\\":\\\"eve\\\"}\"}\n{\"id\":2}\nnothing\n"
        + "{\"raw\":\"[{\\\"user\\\":\\\"bob\\\"}]\"}\n";

    Cli.Result result =
        new Cli().in(in).execute("classify", "--conf", conf, "--payload-field", "raw", "-");

    List<FieldValue> lines = lines(result);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).at("log_type").asText()).isEqualTo("test:login");
    assertThat(lines.get(1).at("reason").asText())
        .isEqualTo("line 2 is no JSON object with a text at \"raw\"");
    assertThat(lines.get(2).at("reason").asText()).startsWith("line 3 ");
    assertThat(lines.get(3).at("elements").elements()).hasSize(1);
  }

  @Test
  void withASourceOnlyItsLogTypesAreTried() throws IOException {
    Samples.write(folder.resolve("conf/schemas/other.json"), """
        {"other:login": {"schema": {"user": "string"}, "parser": "json"}}
        """);
    Cli cli = new Cli().in("{\"user\":\"eve\"}");

    assertThat(lines(cli.execute("classify", "--conf", conf, "-"))
            .get(0)
            .at("log_type")
            .asText())
        .isEqualTo("other:login");
    assertThat(lines(cli.execute("classify", "--conf", conf, "--source", "s3:login-bucket", "-"))
            .get(0)
            .at("log_type")
            .asText())
        .isEqualTo("test:login");
  }

  @Test
  void aSourceThatNoClusterDeclaresIsWrongUse() {
    Cli.Result result =
        new Cli().in("{}").execute("classify", "--conf", conf, "--source", "s3:login-buckt", "-");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("s3:login-buckt", "\"s3:login-bucket\"?");
    assertThat(Cli.run("classify", "--source", "nonsense", "x").err())
        .contains("--source: \"nonsense\"");
  }

  @Test
  void aFileThatIsNotThereIsToldAndPrintsNothing() {
    Cli.Result result = Cli.run("classify", folder.resolve("none.json").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("none.json");
  }
}
