package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  @TempDir
  private Path folder;

  private Path duo = Path.of("");
  private Path broken = Path.of("");

  @BeforeEach
  void writeTests() throws IOException {
    duo = Samples.write(
        folder.resolve("duo.json"),
        "[" + event("FRAUD", "\"duo_fraud\"") + "," + event("SUCCESS", "") + "]");
    broken = folder.resolve("more/broken.json");
  }

  private static String event(String result, String rules) {
    return "{\"description\": \"login " + result + "\", \"log\": \"duo:authentication\","
        + " \"service\": \"streamalert_app\", \"source\": \"acme\", \"override_record\":"
        + " {\"result\": \"" + result + "\"}, \"trigger_rules\": [" + rules + "]}";
  }

  private Cli.Result test(String command, String... options) {
    return Cli.run(
        Stream.concat(Stream.of("test", command, "-d", folder.toString()), Arrays.stream(options))
            .toArray(String[]::new));
  }

  @Test
  void tellsOfEachTestAndOfRulesWithoutOne() {
    Cli.Result result = test("rules");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("\nFile: " + duo + "\nTest #01: Pass\nTest #02: Pass\n\nSummary:\n"
            + "Total tests: 2\nPass: 2\nFail: 0\n\nRules without a test event:\n")
        .contains("\n- cloudtrail_root_account_usage\n")
        .doesNotContain("duo_fraud");
  }

  @Test
  void tellsWhyATestFails() throws IOException {
    Samples.write(broken, "[" + event("SUCCESS", "\"duo_fraud\"") + ", {}]");

    Cli.Result result = test("rules", "--quiet");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("File: " + broken + "\nTest #01: Fail\n"
            + "    Description: login SUCCESS\n"
            + "    Classification: Pass\n"
            + "        Classified type: duo:authentication\n"
            + "        Expected type: duo:authentication\n"
            + "    Rules: Fail\n"
            + "        Triggered rules: <none>\n"
            + "        Expected rules: duo_fraud\n"
            + "    Reasons:\n"
            + "        the rule duo_fraud did not trigger: no: ")
        .contains("Test #02: Error\n")
        .contains("Total tests: 4\nPass: 2\nFail: 2\n")
        .doesNotContain("File: " + duo);
  }

  @Test
  void isVerboseOnDemand() {
    assertThat(test("rules", "-v").out())
        .contains("Test #01: Pass\n    Description: login FRAUD\n    Classification: Pass\n")
        .contains("    Rules: Pass\n        Triggered rules: duo_fraud\n");
  }

  @Test
  void testsClassificationAlone() throws IOException {
    Samples.write(broken, "[" + event("SUCCESS", "\"duo_fraud\"") + "]");

    Cli.Result result = test("classifier", "-v");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("Total tests: 3\nPass: 3\n")
        .doesNotContain("Rules: ", "Rules without");
  }

  @Test
  void aFileThatCannotBeReadIsToldAndIsNoTest() throws IOException {
    Samples.write(broken, "{}");

    Cli.Result result = test("rules");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("File: " + broken + "\nFile error: " + broken + ": is a MAP and no list.")
        .contains("Total tests: 2\nPass: 2\nFail: 0\nUnreadable files: 1\n");
  }

  @Test
  void writesOneJsonObject() throws IOException {
    Samples.write(broken, "[" + event("SUCCESS", "\"duo_fraud\"") + ", {}]");

    Cli.Result result = test("rules", "--json", "--stats");

    FieldValue json = Samples.json(result.out());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(json.at("total").is(4)
            && json.at("passed").is(2)
            && json.at("failed").is(2))
        .isTrue();
    assertThat(json.at("tests").elements())
        .extracting(test -> test.at("status").asText())
        .containsExactly("passed", "passed", "failed", "error");
    assertThat(json.at("tests").elements().get(2)).satisfies(test -> {
      assertThat(test.at("file").asText()).isEqualTo(broken.toString());
      assertThat(test.at("index").is(0)).isTrue();
      assertThat(test.at("description").asText()).isEqualTo("login SUCCESS");
      assertThat(test.at("reasons").elements()).hasSize(1);
    });
    assertThat(json.at("statistics").elements())
        .anySatisfy(rule -> assertThat(rule.at("rule").is("duo_fraud")).isTrue());
  }

  @Test
  void choosesFilesByName() throws IOException {
    Samples.write(broken, "[{}]");

    for (String name : new String[] {"duo", "duo.json", duo.toString()}) {
      Cli.Result result = test("rules", "--test-files", name);
      assertThat(result.exitCode()).as(name).isZero();
      assertThat(result.out()).contains("Total tests: 2").doesNotContain("Rules without");
    }
    assertThat(test("rules", "-f", "dua").err())
        .contains("--test-files: there is no test file dua. Did you mean \"duo\"?");
  }

  @Test
  void choosesEventsByTheRulesThatTheyExpect() {
    Cli.Result result = test("rules", "-r", "duo_fraud");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("Total tests: 1\n")
        .doesNotContain("Test #02", "Rules without");
    assertThat(test("rules", "-r", "duo_frauds").err()).contains("Did you mean \"duo_fraud\"?");
    assertThat(test("rules", "-r", "github_site_admin_action").err())
        .contains("no test event expects github_site_admin_action to trigger");
  }

  @Test
  void repeatsUntilSomethingFails() throws IOException {
    assertThat(test("rules", "-n", "2", "-s").out())
        .contains("Repetition #1\n", "Repetition #2\n", "Rule statistics:\n", "duo_fraud");

    Samples.write(broken, "[{}]");
    assertThat(test("rules", "--repeat", "2").out())
        .contains("Repetition #1\n")
        .doesNotContain("Repetition #2\n");
  }

  @Test
  void takesRulesAndConfigurationOfTheUser() throws IOException {
    Path conf = folder.resolve("conf");
    Samples.write(
        conf.resolve("schemas/acme.json"),
        "{\"acme:login\": {\"parser\": \"json\", \"schema\": {\"user\": \"string\"}}}");
    Samples.write(
        conf.resolve("clusters/prod.json"),
        "{\"id\": \"prod\", \"data_sources\": {\"s3\": {\"acme-logs\": [\"acme\"]}}}");
    Samples.write(
        folder.resolve("tests/acme.json"),
        "[{\"description\": \"d\", \"log\": \"acme:login\", \"service\": \"s3\", \"source\":"
            + " \"acme-log\", \"data\": {\"user\": \"ann\"}, \"trigger_rules\": [], \"test_fixtures\":"
            + " {\"threat_intel\": [{\"ioc_type\": \"ip\", \"ioc_value\": \"192.0.2.1\"}]}}]");

    Cli.Result result = Cli.run(
        "test",
        "rules",
        "--conf",
        conf.toString(),
        "-d",
        folder.resolve("tests").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("no cluster declares the source s3:acme-log. Did you mean \"s3:acme-logs\"?");
    assertThat(result.err()).contains("which no record is checked against");
  }

  @Test
  void refusesWrongUse() {
    Path empty = folder.resolve("nowhere");

    assertThat(Cli.run("test", "rules", "-d", empty.toString()))
        .satisfies(result -> assertThat(result.exitCode()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("There is no folder"));
    assertThat(test("rules", "-q", "-v").exitCode()).isEqualTo(2);
    assertThat(test("rules", "-f", "duo", "-r", "duo_fraud").exitCode()).isEqualTo(2);
    assertThat(test("rules", "-n", "1001").exitCode()).isEqualTo(2);
    assertThat(test("classifier", "-n", "1").exitCode()).isEqualTo(2);
  }
}
