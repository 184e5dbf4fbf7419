package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.record.FieldValue;
import io.streamalert.testkit.EventTests;
import io.streamalert.testkit.events.EventComposition;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.events.EventRunner;
import io.streamalert.testkit.events.TestEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The events by which StreamAlert tests its rules. */
class StreamAlertEventsTest {

  static final EventComposition COMPOSITION = over(CommunityRules.strict());

  static EventComposition over(CommunityRules rules) {
    return fixtures -> StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(rules)
        .publishers(List.of(new CommunityPublishers()))
        .tables(fixtures.tables())
        .environment(fixtures)
        .build();
  }

  @TestFactory
  Stream<DynamicTest> ofVersion35() {
    return EventTests.in(ConformanceData.path("streamalert/rules"), COMPOSITION);
  }

  @Test
  void ofVersion35AreAllThere() throws IOException {
    List<TestEvent> events = EventFile.in(ConformanceData.path("streamalert/rules")).stream()
        .flatMap(file -> file.events().stream())
        .toList();

    assertThat(events).hasSize(63).filteredOn(TestEvent::isClassifyOnly).hasSize(12);
  }

  /** Why those that differ do so, all of them by the rules of version 3.5 too. */
  @Test
  void ofAllVersionsAreOfTheirTypeOrTellWhyNot() {
    EventRunner runner = EventRunner.builder(COMPOSITION).classifyOnly(true).build();
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> lines = ConformanceData.lines("streamalert/history_test_events.jsonl");
    for (String line : lines) {
      EventResult result = runner.run(modern(Samples.json(line).at("event")));
      result.reasons().forEach(reason -> reasons.merge(firstSentence(reason), 1, Integer::sum));
    }

    assertThat(lines).hasSize(187);
    assertThat(reasons)
        .containsExactly(
            // Older forms that name no log type, and a fragment, which has no description either.
            Map.entry("history.json#/0/log: there is no log type \"aliyun:events\"", 4),
            Map.entry("history.json#/0/log: there is no log type \"ghce:cloud\"", 1),
            Map.entry("history.json#/0/log: there is no log type \"ghe:cloud\"", 1),
            Map.entry("history.json#/0/log: there is no log type \"gsuite:report\"", 1),
            Map.entry("history.json#/0: the key \"description\" is missing", 1),
            Map.entry("history.json#/0: the key \"log\" is missing", 44),
            // Has the newer key recorded_at, and lacks two that are not optional.
            Map.entry(notOf("box:admin_events", "the key \"additional_details\" is missing"), 1),
            // Its inner record has text as resources, in place of a list.
            Map.entry(notOf("cloudwatch:cloudtrail", "the field \"resources\" is no []"), 1),
            // Have a map as resources, in place of a list.
            Map.entry(notOf("cloudwatch:events", "the field \"resources\" is no []"), 7),
            // Older than the keys alias and isotimestamp.
            Map.entry(notOf("duo:authentication", "the key \"alias\" is missing"), 3),
            Map.entry(notOf("duo:authentication", "the key \"isotimestamp\" is missing"), 1),
            // Older than the key proxy_ip.
            Map.entry(notOf("onelogin:events", "the key \"proxy_ip\" is missing"), 2),
            // Bare records: its test did not wrap them into Records.
            Map.entry(
                "the log is of the type cloudtrail:record, not of cloudtrail:events: has nothing"
                    + " at the path Records[*]",
                4),
            // Its message has no JSON in it, on purpose.
            Map.entry(
                "the log is of the type ghe:syslog, not of ghe:general: has no JSON map in the"
                    + " text of \"message\"",
                1));
  }

  private static String notOf(String type, String why) {
    return "the log is of no type, not of " + type + ": " + why;
  }

  private static String firstSentence(String reason) {
    return reason.replaceAll("\\. .*", "");
  }

  /** An event as version 3.5 would have it, but for its data. */
  private static TestEvent modern(FieldValue event) {
    FieldValue modern = event
        .with("service", FieldValue.of(service(event.at("service"))))
        .with("source", FieldValue.of(event.at("source").textOr("acme")))
        .with("classify_only", FieldValue.of(true));
    return EventFile.parse(Path.of("history.json"), "[" + modern.toJson() + "]")
        .events()
        .get(0);
  }

  private static String service(FieldValue service) {
    return service.textOr("kinesis").replace("stream_alert_app", "streamalert_app");
  }
}
