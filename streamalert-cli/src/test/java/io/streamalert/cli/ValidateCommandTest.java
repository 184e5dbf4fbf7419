package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final String LOGIN =
      "{\"test:login\": {\"schema\": {\"user\": \"string\"}, \"parser\": \"json\"}}";

  @TempDir
  private Path folder;

  private Path conf = Path.of("");

  @BeforeEach
  void writeConf() throws IOException {
    conf = Samples.conf(folder.resolve("conf"));
    Samples.write(conf.resolve("schemas/test.json"), LOGIN);
  }

  @Test
  void saysInOneLineWhatWasRead() {
    Cli.Result result = validate();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            "No problem in " + conf + ": 1 log type, 1 source, 0 lookup tables, 0 warnings.\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void warningsAreNoProblems() throws IOException {
    Samples.write(conf.resolve("schemas/twice.json"), LOGIN);

    Cli.Result result = validate();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).startsWith("Warning: ").contains("test:login stands in two");
    assertThat(result.out()).contains("1 warning.");
    assertThat(Samples.json(validate("--json").out()).at("warnings").elements()).hasSize(1);
  }

  @Test
  void tellsAllProblemsOfTheConfigurationAndOfRules() throws IOException {
    Samples.write(conf.resolve("schemas/test.json"), LOGIN.replace("string", "strnig"));
    Samples.write(conf.resolve("clusters/prod.json"), "[]");

    Cli.Result result = validate("--rules", folder.resolve("none").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("strnig", "clusters/prod.json", "none: does not exist")
        .endsWith("3 problems in " + conf + ".\n");
  }

  @Test
  void aSchemaThatRunLeavesOutIsAProblem() throws IOException {
    Samples.conf(conf);
    Samples.rule(folder.resolve("rules"), "public", "All", "return true;");

    Cli.Result result = validate("--rules", folder.resolve("rules").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "The log type test:lines cannot be used: ",
            "carrier-pigeon",
            "The rule all (acme.All in ",
            "looks at cloudtrail:events, which has no schema");
  }

  @Test
  void problemsForPrograms() throws IOException {
    Samples.write(conf.resolve("schemas/test.json"), LOGIN.replace("string", "strnig"));

    Cli.Result result = validate("--json");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    FieldValue problems = Samples.json(result.out()).at("problems");
    assertThat(problems.elements()).singleElement().satisfies(problem -> {
      assertThat(problem.at("file").is(conf.resolve("schemas/test.json").toString()))
          .isTrue();
      assertThat(problem.at("pointer").is("/test:login/schema/user")).isTrue();
      assertThat(problem.at("what").contains("strnig")).isTrue();
      assertThat(problem.at("mend").contains("\"string\"")).isTrue();
    });
    assertThat(Samples.json(result.out()).at("warnings").toJson()).isEqualTo("[]");
  }

  @Test
  void wrongUse() {
    assertThat(Cli.run("validate").exitCode()).isEqualTo(2);
    assertThat(Cli.run("validate", "--conf", folder.resolve("nowhere").toString()))
        .matches(result -> result.exitCode() == 2)
        .matches(result -> result.err().contains("there is no directory"));
    assertThat(Cli.run("validate", "--help").out())
        .contains("Usage: streamalert validate", "Examples:", "Exit codes:");
  }

  private Cli.Result validate(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "validate";
    all[1] = "--conf";
    all[2] = conf.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Cli.run(all);
  }
}
