package io.streamalert.testkit.events;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one event, and collects what is wrong with it. */
final class EventReader {

  private static final String TRIGGER_RULES = "trigger_rules";

  private static final List<String> SERVICES =
      List.of("kinesis", "s3", "sns", "streamalert_app", "sqs", "file", "http", "stdin");

  private static final Set<String> KEYS = Set.of(
      "description",
      "log",
      "service",
      "source",
      "data",
      "override_record",
      TRIGGER_RULES,
      "classify_only",
      "compress",
      "skip_publishers",
      "publisher_tests",
      "test_fixtures");

  /** Keys of older versions, and what they have become. */
  private static final Map<String, String> FORMER_KEYS = Map.of(
      "validate_schema_only", "Its name is classify_only now.",
      "trigger", "Name the rules in trigger_rules.",
      "trigger_count", "Name each rule in trigger_rules.");

  private final FieldValue event;
  private final EventParts parts;

  EventReader(String file, int index, FieldValue event) {
    this.event = event;
    this.parts = new EventParts(file, index);
  }

  TestEvent read() {
    if (event.kind() == Kind.MAP) {
      readKeys();
    } else {
      problem(parts.problem("an event is a map, not a " + event.kind()));
    }
    return new TestEvent(parts);
  }

  private void readKeys() {
    event.fields().keySet().stream().filter(key -> !KEYS.contains(key)).forEach(this::warn);
    parts.description = text("description");
    parts.log = text("log");
    parts.service = text("service");
    parts.source = text("source");
    parts.classifyOnly = event.at("classify_only").isTruthy();
    parts.skipPublishers = event.at("skip_publishers").isTruthy();
    checkService();
    readData();
    readTriggerRules();
    new PublisherTestReader(event.at("publisher_tests"), parts).read();
    new FixtureReader(event.at("test_fixtures"), parts).read();
  }

  private void warn(String key) {
    Problem unknown = parts.problem("the key \"" + key + "\" is unknown", key);
    String mend = FORMER_KEYS.get(key);
    parts.warnings.add(mend == null ? unknown.choose(key, KEYS) : unknown.mendedBy(mend));
  }

  private void problem(Problem problem) {
    parts.problems.add(problem);
  }

  private String text(String key) {
    FieldValue value = event.at(key);
    if (!value.exists()) {
      problem(parts.problem("the key \"" + key + "\" is missing"));
    } else if (value.textOr("").isEmpty()) {
      problem(parts.problem(key + " must be a text that is not empty", key));
    }
    return value.textOr("");
  }

  private void checkService() {
    if (!parts.service.isEmpty() && !SERVICES.contains(parts.service)) {
      problem(parts
          .problem("there is no service \"" + parts.service + "\"", "service")
          .choose(parts.service, SERVICES));
    }
  }

  private void readData() {
    parts.data = truthy("data");
    parts.overrideRecord = truthy("override_record");
    if (!parts.data.exists() && !parts.overrideRecord.exists()) {
      problem(parts.problem("one of data and override_record must be there and not empty"));
    }
    if (parts.overrideRecord.exists() && parts.overrideRecord.kind() != Kind.MAP) {
      problem(parts.problem("override_record must be a map", "override_record"));
    }
    Kind kind = parts.data.kind();
    if (parts.data.exists() && kind != Kind.MAP && kind != Kind.STRING) {
      problem(parts.problem("data must be a map or text, not a " + kind, "data"));
    }
    checkHelpers("data", parts.data);
    checkHelpers("override_record", parts.overrideRecord);
  }

  private FieldValue truthy(String key) {
    FieldValue value = event.at(key);
    return value.isTruthy() ? value : FieldValue.missing();
  }

  private void checkHelpers(String key, FieldValue value) {
    for (String helper : EventHelpers.unknown(value)) {
      problem(parts
          .problem("there is no helper \"" + helper + "\"", key)
          .choose(helper, EventHelpers.NAMES));
    }
  }

  private void readTriggerRules() {
    FieldValue rules = event.at(TRIGGER_RULES);
    if (!rules.exists() && !parts.classifyOnly) {
      problem(parts
          .problem("the key \"" + TRIGGER_RULES + "\" is missing")
          .mendedBy("Name the rules that must trigger, or set classify_only."));
      return;
    }
    boolean texts = rules.elements().stream().allMatch(rule -> rule.kind() == Kind.STRING);
    if (rules.exists() && (rules.kind() != Kind.LIST || !texts)) {
      problem(parts.problem(TRIGGER_RULES + " must be a list of names", TRIGGER_RULES));
    } else if (!parts.classifyOnly) {
      rules.elements().forEach(rule -> parts.triggerRules.add(rule.asText()));
    }
  }
}
