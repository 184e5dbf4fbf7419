package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.testkit.EventTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both packs over real logs. */
class WideRulesConformanceTest {

  private final TrailPacks packs = new TrailPacks();

  @Test
  void callsOfCloudTrailHaveTheAlertsOfBothStrictForms() throws IOException {
    List<FieldValue> calls = calls();

    assertThat(calls).hasSizeGreaterThan(1_000);
    assertThat(alerts(calls.stream()))
        .containsExactly(
            Map.entry("cloudtrail_critical_api_calls", 5),
            Map.entry("cloudtrail_mfa_policy_abuse_attempt", 3));
  }

  /** With calls that were made up to raise alerts. */
  @Test
  void callsOfTheCorpusHaveTheAlertsOfBothStrictForms() {
    Stream<FieldValue> calls = ConformanceData.lines("classify/corpus.jsonl").stream()
        .map(Samples::json)
        .filter(line -> line.at("family").is("cloudtrail"))
        .flatMap(line -> Samples.json(line.at("raw").asText()).at("Records").elements().stream())
        .filter(packs::isCall);

    assertThat(alerts(calls))
        .containsExactly(
            Map.entry("cloudtrail_critical_api_calls", 10),
            Map.entry("cloudtrail_mfa_policy_abuse_attempt", 6),
            Map.entry("cloudtrail_network_acl_ingress_anywhere", 2),
            Map.entry("cloudtrail_public_resources", 11),
            Map.entry("cloudtrail_root_account_usage", 7),
            Map.entry("cloudtrail_security_group_ingress_anywhere", 1),
            Map.entry("cloudtrail_snapshot_or_ami_made_public", 2),
            Map.entry("unencrypted_ami_volume", 1));
  }

  /** How many alerts the strict pack has for the two forms that it knows, and the wide one for others. */
  private Map<String, Integer> alerts(Stream<FieldValue> calls) {
    Map<String, Integer> alerts = new TreeMap<>();
    calls.forEach(call -> {
      Set<String> expected = packs.expected(call);
      assertThat(packs.wide(TrailPacks.FILE, call)).as(call.toJson()).isEqualTo(expected);
      assertThat(packs.wide(TrailPacks.RECORD, call)).as(call.toJson()).isEqualTo(expected);
      expected.forEach(rule -> alerts.merge(rule, 1, Integer::sum));
    });
    return alerts;
  }

  private static List<FieldValue> calls() throws IOException {
    try (Stream<Path> files = Files.walk(ConformanceData.path("cloudtrail"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(WideRulesConformanceTest::calls)
          .toList();
    }
  }

  private static Stream<FieldValue> calls(Path file) {
    try {
      if (file.toString().endsWith(".jsonl")) {
        return Files.readAllLines(file).stream().map(Samples::json);
      }
      return file.toString().endsWith(".json")
          ? Samples.json(Files.readString(file)).elements().stream()
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eventsHaveTheSameAlertsInBothPacks() {
    assertThat(ConformanceData.lines("classify/eventbridge_wrapped_cloudtrail.jsonl"))
        .hasSize(329)
        .map(line -> Samples.json(line).at("raw").asText())
        .allSatisfy(log -> assertThat(packs.wide(TrailPacks.EVENT, log))
            .extracting(Alert::id)
            .isEqualTo(
                packs.strict(TrailPacks.EVENT, log).stream().map(Alert::id).toList()));
  }

  /** They tell of nothing that a rule looks for. */
  @Test
  void osqueryOfBeatsRaisesNoAlert() {
    assertThat(ConformanceData.lines("classify/corpus.jsonl"))
        .map(Samples::json)
        .filteredOn(
            line -> line.at("source").is("beats-oss") && line.at("family").is("osquery"))
        .hasSize(895)
        .allSatisfy(line -> {
          String log = line.at("raw").asText();
          assertThat(packs.strict("osquery:differential", log)).isEmpty();
          assertThat(packs.wide("osquery:differential", log)).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> testEventsOfStreamAlertTriggerNoMore() {
    return EventTests.in(
        ConformanceData.path("streamalert/rules"),
        StreamAlertEventsTest.over(CommunityRules.wide()));
  }
}
