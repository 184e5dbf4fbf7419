package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  @TempDir
  private Path folder;

  private String trail = "";

  @BeforeEach
  void writeTrail() throws IOException {
    trail = "s3:trail=" + Samples.write(folder.resolve("trail.json"), Samples.TRAIL_STOPPED);
  }

  @Test
  void printsAlertsAsJsonLines() {
    Cli.Result result = Cli.run("run", "--input", trail);

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines()).hasSize(1);
    FieldValue alert = Samples.json(result.out());
    assertThat(alert.at("rule_name").is("cloudtrail_critical_api_calls")).isTrue();
    assertThat(alert.at("source_entity").is("trail")).isTrue();
    assertThat(alert.at("record", "eventName").is("StopLogging")).isTrue();
  }

  @Test
  void looksForTheRootUserInFilesOfCloudTrailUnlessThereIsAConfiguration() throws IOException {
    Samples.write(folder.resolve("trail.json"), Samples.QUIET.replace("IAMUser", "Root"));
    Path conf = folder.resolve("conf");
    for (String schemas : List.of("cloudtrail.json", "cloudwatch.json")) {
      Samples.write(conf.resolve("schemas/" + schemas), shipped(schemas));
    }

    assertThat(Cli.run("run", "--input", trail).out()).contains("cloudtrail_root_account_usage");
    assertThat(Cli.run("run", "--input", trail, "--conf", conf.toString()))
        .matches(result -> result.exitCode() == 0 && result.out().isEmpty());
  }

  private static String shipped(String schemas) throws IOException {
    try (InputStream found = CommunitySchemas.class.getResourceAsStream("schemas/" + schemas)) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void summarisesOnStandardErrorWithoutValuesOfRecords() {
    Cli.Result result = Cli.run("run", "--input", trail);

    assertThat(result.err())
        .contains(
            "Read 1 raw log",
            "1  cloudtrail:events",
            "Alerts: 1",
            "1  cloudtrail_critical_api_calls")
        .doesNotContain("s3cr3t", "StopLogging");
  }

  @Test
  void printsAlertsForPeopleOnATerminal() {
    Cli.Result result = new Cli().terminal(false).execute("run", "--input", trail);

    assertThat(result.out())
        .startsWith("high  ")
        .contains(
            "  rule       cloudtrail_critical_api_calls\n",
            "  log        cloudtrail:events from s3:trail\n")
        .contains("eventName=StopLogging", "T1562.008")
        .doesNotContain("\u001b");
    assertThat(new Cli().terminal(true).execute("run", "--input", trail).out())
        .startsWith("\u001b[31mhigh");
    assertThat(new Cli()
            .terminal(true)
            .execute("run", "--input", trail, "--alerts", "-")
            .out())
        .startsWith("{");
  }

  @Test
  void aLogCannotSteerTheTerminal() throws IOException {
    Samples.write(folder.resolve("trail.json"), Samples.cloudTrail("Stop\\u001b]0;Logging\\u202e"));
    Samples.rule(folder.resolve("rules"), "public", "All", "return true;");

    Cli.Result result = new Cli()
        .terminal(false)
        .execute("run", "--input", trail, "--rules", folder.resolve("rules").toString());

    assertThat(result.out())
        .contains("eventName=Stop\\u001b]0;Logging\\u202e")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void writesEverythingToFiles() throws IOException {
    Samples.write(
        folder.resolve("trail.json"),
        Samples.TRAIL_STOPPED + "\nno log\n\n" + Samples.QUIET + "\n");
    Path alerts = folder.resolve("alerts.jsonl");
    Path summary = folder.resolve("summary.json");
    Path letters = folder.resolve("letters.jsonl");

    Cli.Result result = Cli.run(
        "run",
        "--input",
        trail,
        "--alerts",
        alerts.toString(),
        "--summary",
        summary.toString(),
        "--dead-letters",
        letters.toString(),
        "--workers",
        "1");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(Samples.json(alerts)).hasSize(1);
    assertThat(Samples.json(letters)).singleElement().satisfies(letter -> {
      assertThat(letter.at("kind").is("raw_log")).isTrue();
      assertThat(letter.at("payload").is("no log")).isTrue();
    });
    FieldValue counts = Samples.json(summary).get(0);
    assertThat(counts.fields().keySet())
        .startsWith(
            "raw_logs",
            "classified",
            "dead_letters",
            "rejected_records",
            "blank_lines",
            "records",
            "alerts",
            "rule_failures",
            "unchecked_records",
            "bytes",
            "seconds");
    assertThat(counts.at("raw_logs").is(3)).isTrue();
    assertThat(counts.at("classified").is(2)).isTrue();
    assertThat(counts.at("dead_letters").is(1)).isTrue();
    assertThat(counts.at("blank_lines").is(1)).isTrue();
    assertThat(counts.at("records_by_type", "cloudtrail:events").is(2)).isTrue();
    assertThat(counts.at("alerts_by_rule", "cloudtrail_critical_api_calls").is(1))
        .isTrue();
    assertThat(counts.at("seconds").asDouble()).isPresent();
  }

  @Test
  void rejectedElementsAreDeadLettersOfTheirOwnKind() throws IOException {
    String broken = Samples.TRAIL_STOPPED.replace("]}", ",{\"eventName\":1}]}");
    Samples.write(folder.resolve("trail.json"), broken);
    Path letters = folder.resolve("letters.jsonl");

    Cli.Result result =
        Cli.run("run", "--input", trail, "--summary", "-", "--dead-letters", letters.toString());

    assertThat(Samples.json(result.out()).at("rejected_records").is(1)).isTrue();
    assertThat(Samples.json(result.out()).at("dead_letters").is(0)).isTrue();
    assertThat(Samples.json(letters))
        .singleElement()
        .matches(letter -> letter.at("kind").is("element"));
    assertThat(result.err()).contains("Rejected records: 1", "cloudtrail:events: the key ");
  }

  @Test
  void summaryOnStandardOutputIsTheOnlyThingThere() {
    Cli.Result result = Cli.run("run", "--input", trail, "--summary", "-");

    assertThat(result.outLines()).hasSize(1);
    assertThat(Samples.json(result.out()).at("alerts").is(1)).isTrue();
    assertThat(result.err()).contains("--alerts FILE");
  }

  @Test
  void refusesOutputsThatMix() {
    Path file = folder.resolve("both");

    assertThat(Cli.run("run", "--input", trail, "--alerts", "-", "--summary", "-"))
        .satisfies(result -> {
          assertThat(result.exitCode()).isEqualTo(2);
          assertThat(result.err()).contains("standard output", "Write one of them to a file.");
        });
    assertThat(Cli.run("run", "--input", trail, "--dead-letters", "-").exitCode())
        .isEqualTo(2);
    assertThat(Cli.run(
                "run", "--input", trail, "--alerts", file.toString(), "--summary", file.toString())
            .err())
        .contains("same file");
  }

  @Test
  void neverOverwritesItsInput() throws IOException {
    Path input = folder.resolve("trail.json");

    Cli.Result result = Cli.run("run", "--input", trail, "--dead-letters", input.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("would overwrite the input");
    assertThat(input).hasContent(Samples.TRAIL_STOPPED);
  }

  @Test
  void saysWhatIsWrongWithAnOutput() {
    Path missing = folder.resolve("none").resolve("alerts");

    assertThat(Cli.run("run", "--input", trail, "--alerts", missing.toString()))
        .satisfies(result -> {
          assertThat(result.exitCode()).isEqualTo(2);
          assertThat(result.err()).contains("there is no folder " + missing.getParent());
        });
    assertThat(Cli.run("run", "--input", trail, "--alerts", folder.toString()).err())
        .contains("cannot be written");
    assertThat(Cli.run("run", "--input", trail, "--workers", "0").err()).contains("--workers: 0");
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws IOException {
    Samples.write(folder.resolve("trail.json"), (Samples.TRAIL_STOPPED + "\n").repeat(500));

    Cli.Result result = new Cli().executeIntoPipe(100, "run", "--input", trail);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void readsStandardInputOnce() {
    Cli.Result result = new Cli()
        .in(Samples.TRAIL_STOPPED + "\n" + Samples.QUIET)
        .execute("run", "--input", "sns:t=-");

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines()).hasSize(1);
    assertThat(Cli.run("run", "--input", "sns:t=-", "--input", "s3:b=-").exitCode())
        .isEqualTo(2);
  }

  @Test
  void saysFirstThatNothingWasClassified() throws IOException {
    Samples.write(
        folder.resolve("trail.json"),
        "{\"user\":\"eve\"}\n{\"account\":\"s3cr3t\",\"region\":\"x\"}\n");

    Cli.Result result = Cli.run("run", "--input", trail);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("Nothing was classified.")
        .doesNotContain("s3cr3t")
        .contains("1 of 2", "nearest to cloudwatch:events: the key \"detail\" is missing");
    Files.writeString(folder.resolve("trail.json"), "\n");
    assertThat(Cli.run("run", "--input", trail))
        .matches(empty -> empty.exitCode() == 1)
        .matches(
            empty -> empty.err().startsWith("Nothing was classified: the inputs hold no logs."));
  }

  @Test
  void reportsUnreadableInputsAndReadsTheOthers() {
    Cli.Result result =
        Cli.run("run", "--input", trail, "--input", "s3:b=" + folder.resolve("none.json"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.outLines()).hasSize(1);
    assertThat(result.err()).contains("Unreadable inputs: 1", "none.json: there is no such file");
  }
}
