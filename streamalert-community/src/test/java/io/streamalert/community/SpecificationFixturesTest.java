package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.OutputId;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testkit.EventTests;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventRunner;
import io.streamalert.testkit.events.TestEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events of the rules that no log of StreamAlert's own tests and of the corpus fires. They were
 * written from the description of the rules alone, without a look at the code.
 */
class SpecificationFixturesTest {

  private final EventRunner runner =
      EventRunner.builder(StreamAlertEventsTest.COMPOSITION).build();

  @TestFactory
  Stream<DynamicTest> events() throws URISyntaxException {
    return EventTests.in(folder(), runner);
  }

  static List<EventFile> files() throws IOException, URISyntaxException {
    return EventFile.in(folder());
  }

  @ParameterizedTest
  @MethodSource("files")
  void firesTheRuleOfTheFileAndDoesNot(EventFile file) {
    String rule = rule(file);

    assertThat(runner.rules()).contains(rule);
    assertThat(file.events()).allSatisfy(event -> {
      assertThat(event.problems()).isEmpty();
      assertThat(event.warnings()).isEmpty();
    });
    assertThat(file.events().stream().filter(event -> fires(event, rule)))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(file.events().stream().filter(event -> !fires(event, rule)))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static boolean fires(TestEvent event, String rule) {
    return event.triggerRules().contains(rule);
  }

  @Test
  void areOfExactlyTheRulesThatNoLogFires() throws IOException, URISyntaxException {
    List<TestEvent> known = new ArrayList<>();
    EventFile.in(ConformanceData.path("streamalert/rules"))
        .forEach(file -> known.addAll(file.events()));
    List<String> silent = new ArrayList<>(runner.untestedRules(known));
    ConformanceData.lines("classify/rule_alerts_expected.jsonl").stream()
        .flatMap(line -> Samples.json(line).at("trigger_rules").elements().stream())
        .forEach(rule -> silent.remove(rule.textOr("")));

    assertThat(files().stream().map(SpecificationFixturesTest::rule))
        .containsExactlyElementsOf(silent);
  }

  /** Events cannot tell, as publishers of Slack and PagerDuty that are not there are passed over. */
  @Test
  void exampleOfPublishersNamesThoseOfTheSpecification() {
    RuleSpec spec = CommunityRulesTest.specs()
        .filter(rule -> rule.name().equals("cloudtrail_put_object_acl_public_publisher_example"))
        .findFirst()
        .orElseThrow();
    OutputId slack = OutputId.parse("slack:sample-channel");
    OutputId pagerDuty = OutputId.parse("pagerduty:sample-integration");

    assertThat(spec.outputs()).containsExactlyInAnyOrder(slack, pagerDuty);
    assertThat(lastNames(spec, slack))
        .containsExactly("Summary", "AttachRuleInfo", "AttachFullRecord");
    assertThat(lastNames(spec, pagerDuty))
        .containsExactly(
            "add_record",
            "populate_fields",
            "PrettyPrintArrays",
            "ShortenTitle",
            "as_custom_details");
    assertThat(spec.context()).containsOnlyKeys("populate_fields");
    assertThat(spec.context().get("populate_fields").toJson())
        .isEqualTo("[\"userName\",\"sourceIPAddress\",\"eventTime\",\"eventName\","
            + "\"eventSource\",\"bucketName\"]");
  }

  private static List<String> lastNames(RuleSpec spec, OutputId output) {
    return spec.publishersOf(output).stream()
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .toList();
  }

  private static String rule(EventFile file) {
    return file.path().getFileName().toString().replace(".json", "");
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(
            SpecificationFixturesTest.class.getResource("/specification"), "specification")
        .toURI());
  }
}
