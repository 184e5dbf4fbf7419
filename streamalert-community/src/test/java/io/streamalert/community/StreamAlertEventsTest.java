package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The events by which StreamAlert tests its rules are of the log type that they name. */
class StreamAlertEventsTest {

  private static final Map<String, Object> DEFAULTS =
      Map.of("string", "", "integer", 0, "float", 0.0, "boolean", false);

  private final StreamAlert streamAlert = Samples.over(CommunitySchemas.all());

  @Test
  void ofVersion35AreOfTheirType() throws IOException {
    List<FieldValue> events = events();

    assertThat(events).hasSize(63).allSatisfy(event -> {
      Classification outcome = classify(event);
      assertThat(outcome.deadLetters()).isEmpty();
      assertThat(type(outcome)).isEqualTo(event.at("log").asText());
    });
  }

  /** Disabled rules are not expected to trigger, though one event names one. */
  @Test
  void ofVersion35TriggerTheRulesThatTheyName() throws IOException {
    StreamAlert rules = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    List<FieldValue> tests =
        events().stream().filter(event -> !event.at("classify_only").isTruthy()).toList();

    assertThat(tests).hasSize(51).allSatisfy(event -> {
      List<Evaluation> outcome = rules.evaluate(classify(event).records());
      assertThat(outcome).allSatisfy(record -> assertThat(record.failures()).isEmpty());
      assertThat(outcome.stream().flatMap(record -> record.alerts().stream()))
          .extracting(Alert::ruleName)
          .hasSameElementsAs(expectedRules(event));
    });
  }

  /** Why those that differ do so, all of them by the rules of version 3.5 too. */
  @Test
  void ofAllVersionsAreOfTheirTypeWhereTheirKeysAreThoseOfVersion35() {
    Set<String> known = CommunitySchemas.all().stream()
        .map(schema -> schema.type().name())
        .collect(Collectors.toSet());
    List<FieldValue> events =
        ConformanceData.lines("streamalert/history_test_events.jsonl").stream()
            .map(line -> Samples.json(line).at("event"))
            .filter(event -> known.contains(event.at("log").asText()))
            .toList();

    Map<String, Integer> different = new TreeMap<>();
    for (FieldValue event : events) {
      String expected = event.at("log").asText();
      String actual = type(classify(event));
      if (!actual.equals(expected)) {
        different.merge(expected + " is " + actual, 1, Integer::sum);
      }
    }

    // Of 187, 44 name no log type (older forms and a fragment) and 7 one that is gone.
    assertThat(events).hasSize(136);
    assertThat(different)
        .containsExactly(
            // Has the newer key recorded_at, and lacks two that are not optional.
            Map.entry("box:admin_events is nothing", 1),
            // Bare records: its test did not wrap them into Records.
            Map.entry("cloudtrail:events is cloudtrail:record", 4),
            // Its inner record has text as resources, in place of a list.
            Map.entry("cloudwatch:cloudtrail is nothing", 1),
            // Have a map as resources, in place of a list.
            Map.entry("cloudwatch:events is nothing", 7),
            // Older than the keys alias and isotimestamp.
            Map.entry("duo:authentication is nothing", 4),
            // Its message has no JSON in it, on purpose.
            Map.entry("ghe:general is ghe:syslog", 1),
            // Older than the key proxy_ip.
            Map.entry("onelogin:events is nothing", 2));
  }

  private static List<String> expectedRules(FieldValue event) {
    Set<String> disabled = new CommunityRules()
        .rules().stream()
            .map(Rule::spec)
            .filter(RuleSpec::isDisabled)
            .map(RuleSpec::name)
            .collect(Collectors.toSet());
    return event.at("trigger_rules").elements().stream()
        .map(FieldValue::asText)
        .filter(rule -> !disabled.contains(rule))
        .toList();
  }

  private static List<FieldValue> events() throws IOException {
    List<FieldValue> events = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ConformanceData.path("streamalert/rules"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        events.addAll(Samples.json(Files.readString(file)).elements());
      }
    }
    return events;
  }

  private Classification classify(FieldValue event) {
    FieldValue override = event.at("override_record");
    FieldValue data = override.exists()
        ? blank(LogType.of(event.at("log").asText())).with(override.fields())
        : event.at("data");
    return Samples.classify(streamAlert, data.asString().orElseGet(data::toJson));
  }

  private static String type(Classification outcome) {
    return outcome.records().stream()
        .map(LogRecord::type)
        .map(LogType::name)
        .distinct()
        .collect(Collectors.collectingAndThen(
            Collectors.joining(), names -> names.isEmpty() ? "nothing" : names));
  }

  /** A log with the empty value of each key: of the envelope, where the type has one. */
  private static FieldValue blank(LogType type) {
    FieldValue schema =
        Samples.json(Samples.resource("schemas/" + type.family() + ".json")).at(type.name());
    FieldValue envelope = schema.at("configuration", "envelope_keys");
    Map<String, FieldValue> log = new LinkedHashMap<>();
    (envelope.exists() ? envelope : schema.at("schema"))
        .fields()
        .forEach((key, word) ->
            log.put(key, word.asString().map(DEFAULTS::get).map(FieldValue::of).orElse(word)));
    return FieldValue.map(log);
  }
}
