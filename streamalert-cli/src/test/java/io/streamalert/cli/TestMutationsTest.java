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

class TestMutationsTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void writeTests() throws IOException {
    Samples.write(
        folder.resolve("duo.json"),
        "[" + event("FRAUD", "\"duo_fraud\"") + "," + event("SUCCESS", "") + "]");
  }

  private static String event(String result, String rules) {
    return "{\"description\": \"login " + result + "\", \"log\": \"duo:authentication\","
        + " \"service\": \"streamalert_app\", \"source\": \"acme\", \"override_record\":"
        + " {\"result\": \"" + result + "\"}, \"trigger_rules\": [" + rules + "]}";
  }

  private Cli.Result test(String... options) {
    return Cli.run(
        Stream.concat(Stream.of("test", "rules", "-d", folder.toString()), Arrays.stream(options))
            .toArray(String[]::new));
  }

  @Test
  void survivorsAreNamedAndDoNoHarm() {
    Cli.Result result = test("--mutations");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\nMutations:\nduo_fraud: 3 of 8 mutants killed (37 %)\n"
            + "    survived: result is \"FRAUD\" becomes result starts with \"FRAUD\"\n")
        .endsWith("All rules: 3 of 8 mutants killed (37 %)\n");
  }

  @Test
  void quietEventsCountForAChosenRuleToo() {
    assertThat(test("--mutations", "-r", "duo_fraud").out())
        .contains("Total tests: 1\n", "duo_fraud: 3 of 8 mutants killed");
  }

  @Test
  void moreEventsKillMore() throws IOException {
    Samples.write(
        folder.resolve("more.json"),
        "["
            + Stream.of("xFRAUD", "FRAUD~", "fraud")
                .map(result -> event(result, ""))
                .toList()
                .toString()
                .substring(1));

    assertThat(test("--mutations", "--minimum-score", "100"))
        .satisfies(result -> assertThat(result.exitCode()).isZero())
        .satisfies(result ->
            assertThat(result.out()).contains("duo_fraud: 8 of 8 mutants killed (100 %)\nAll"));
  }

  @Test
  void aLowScoreFailsOnDemand() {
    assertThat(test("--mutations", "--minimum-score", "37").exitCode()).isZero();
    assertThat(test("--mutations", "--minimum-score", "38").exitCode()).isEqualTo(1);
  }

  @Test
  void jsonHasEachRule() {
    FieldValue json = Samples.json(test("--mutations", "--json").out());

    assertThat(json.at("mutations").elements()).singleElement().satisfies(rule -> {
      assertThat(rule.at("rule").is("duo_fraud")).isTrue();
      assertThat(rule.at("mutants").is(8)).isTrue();
      assertThat(rule.at("killed").is(3)).isTrue();
      assertThat(rule.at("score").asDouble()).hasValue(0.375);
      assertThat(rule.at("sparse").is(false)).isTrue();
      assertThat(rule.at("survivors").elements()).hasSize(5);
    });
    assertThat(Samples.json(test("--json").out()).at("mutations").exists()).isFalse();
  }

  @Test
  void eventsThatFailAreLeftOut() throws IOException {
    Samples.write(folder.resolve("wrong.json"), "[" + event("SUCCESS", "\"duo_fraud\"") + ", {}]");

    assertThat(test("--mutations"))
        .satisfies(result -> assertThat(result.exitCode()).isEqualTo(1))
        .satisfies(result -> assertThat(result.out()).contains("duo_fraud: 3 of 8 mutants killed"));
  }

  @Test
  void refusesWrongUse() {
    assertThat(test("--minimum-score", "50").err()).contains("needs --mutations");
    assertThat(test("--mutations", "--minimum-score", "101").err()).contains("from 0 to 100");
    assertThat(test("--mutations", "--minimum-score", "-1").exitCode()).isEqualTo(2);
  }
}
