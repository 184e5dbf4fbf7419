package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesExplainCommandTest {

  private static final String RULE = """
      package acme;

      import static io.streamalert.condition.Condition.field;

      import io.streamalert.rule.*;
      import io.streamalert.record.LogRecord;

      public class Stopped implements Rule {
        public RuleSpec spec() {
          return RuleSpec.named("stopped")
              .logs("cloudtrail:events")
              .matchers(Matcher.of("in europe", field("awsRegion").startsWith("eu-")))
              .where(field("eventName").is("StopLogging").and(field("eventType").exists()))
              .build();
        }
      }
      """;

  @TempDir
  private Path folder;

  private Path logs = Path.of("");
  private Path rules = Path.of("");

  @BeforeEach
  void write() throws IOException {
    logs = Samples.write(
        folder.resolve("logs.jsonl"), Samples.QUIET + "\n" + Samples.TRAIL_STOPPED + "\n");
    rules = folder.resolve("rules");
    Samples.write(rules.resolve("acme/Stopped.java"), RULE);
  }

  private Cli.Result explain(String rule, Path file, String... more) {
    String[] start = {"rules", "explain", rule, file.toString(), "--rules", rules.toString()};
    return Cli.run(java.util.stream.Stream.of(start, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new));
  }

  @Test
  void saysOfEachRecordWhetherTheRuleTriggersAndWhy() {
    Cli.Result result = explain("stopped", logs);

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines())
        .containsExactly(
            "Record 1 of log 1, cloudtrail:events: does not trigger,"
                + " no: eventName is \"StopLogging\" (found STRING)",
            "  where",
            "    no  eventName is \"StopLogging\" and eventType exists",
            "      no  eventName is \"StopLogging\" (found STRING)",
            "Record 2 of log 2, cloudtrail:events: triggers",
            "  where",
            "    yes eventName is \"StopLogging\" and eventType exists",
            "      yes eventName is \"StopLogging\" (found STRING)",
            "      yes eventType exists (found STRING)",
            "  matcher in europe",
            "    yes awsRegion starts with \"eu-\" (found STRING)");
    assertThat(result.out()).doesNotContain("DescribeInstances", "eu-central-1", "s3cr3t");
  }

  @Test
  void oneRecordAsJson() {
    Cli.Result result = explain("stopped", logs, "--record", "2", "--json");

    FieldValue only = Samples.json(result.out());
    assertThat(only.at("record").is(2)).isTrue();
    assertThat(only.at("outcome").asText()).isEqualTo("triggered");
    assertThat(only.at("conditions", "where", "holds").isTruthy()).isTrue();
    assertThat(only.at("conditions", "matcher in europe", "found").asText()).isEqualTo("STRING");
  }

  @Test
  void saysWhereARuleBreaksWithoutValues() throws IOException {
    Samples.rule(rules, "public", "Breaks", "throw new IllegalStateException(record.toJson());");

    Cli.Result result = explain("breaks", logs, "--record", "1");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("the rule breaks, java.lang.IllegalStateException in matches at Breaks.java:8")
        .doesNotContain("s3cr3t");
    assertThat(Samples.json(explain("breaks", logs, "--record", "1", "--json").out())
            .at("outcome")
            .asText())
        .isEqualTo("failed");
  }

  @Test
  void aRuleForOtherLogTypesIsNotLookedAt() {
    Cli.Result result = explain("guard_duty_all", logs, "--record", "1");

    assertThat(result.outLines())
        .containsExactly("Record 1 of log 1, cloudtrail:events: is not looked at,"
            + " the rule looks at cloudwatch:events, not at cloudtrail:events");
  }

  @Test
  void wrongUseNamesTheMend() {
    assertThat(explain("stoped", logs))
        .matches(result -> result.exitCode() == 2)
        .satisfies(result -> assertThat(result.err())
            .contains("There is no rule \"stoped\". Did you mean \"stopped\"?"));
    assertThat(explain("stopped", logs, "--record", "0").exitCode()).isEqualTo(2);
    assertThat(explain("stopped", logs, "--source", "nonsense").err()).contains("SERVICE:RESOURCE");
  }

  @Test
  void saysWhenThereIsNothingToExplain() throws IOException {
    Path nonsense = Samples.write(folder.resolve("nonsense.txt"), "nonsense\n");

    assertThat(explain("stopped", nonsense))
        .matches(result -> result.exitCode() == 1)
        .satisfies(result -> assertThat(result.err())
            .contains("1 log, of which none became a record", "classify --explain"));
    assertThat(explain("stopped", logs, "--record", "3"))
        .matches(result -> result.exitCode() == 1)
        .satisfies(
            result -> assertThat(result.err()).contains("There is no record 3", "2 records only"));
    assertThat(explain("stopped", folder.resolve("none")).exitCode()).isEqualTo(1);
  }

  @Test
  void aConfigurationReplacesTheSchemas() throws IOException {
    Path conf = Samples.conf(folder.resolve("conf"));
    Samples.write(
        rules.resolve("acme/Stopped.java"), RULE.replace("cloudtrail:events", "test:login"));
    Path login = Samples.write(folder.resolve("login.json"), "{\"user\": \"ann\"}");

    Cli.Result result = explain("stopped", login, "--conf", conf.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines().get(0)).contains("test:login: does not trigger");
    assertThat(explain("stopped", login, "--conf", conf.toString(), "--source", "s3:other")
            .err())
        .contains("No cluster declares the source s3:other");
  }
}
