package io.streamalert.testkit.events;

import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.testkit.SampleLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The test of one event. For one run. */
final class EventTrial {

  private final TestEvent event;
  private final StreamAlert streamAlert;
  private final boolean withRules;
  private final AlertCheck alertCheck;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> triggered = new TreeSet<>();
  private final List<Evaluation> evaluations = new ArrayList<>();

  EventTrial(TestEvent event, StreamAlert streamAlert, boolean withRules, AlertCheck alertCheck) {
    this.event = event;
    this.streamAlert = streamAlert;
    this.withRules = withRules;
    this.alertCheck = alertCheck;
    event.warnings().forEach(warning -> warnings.add(warning.toString()));
  }

  EventResult run(Instant now) {
    LogSource source = LogSource.of(event.service(), event.source());
    Optional<LogSchema> schema = streamAlert.schemas().stream()
        .filter(known -> known.type().name().equals(event.log()))
        .findFirst();
    List<Problem> unknown = unknown(schema.isPresent(), source);
    if (!unknown.isEmpty()) {
      return new EventResult.Errored(
          event, unknown.stream().map(Problem::toString).toList());
    }
    RawLog log = rawLog(source, payload(schema.orElseThrow(), now));
    return judge(streamAlert.classify(List.of(log)).get(0), schema.get().type());
  }

  /** What the rules made of the records, after the run; empty where they were not run. */
  List<Evaluation> evaluations() {
    return evaluations;
  }

  private List<Problem> unknown(boolean hasSchema, LogSource source) {
    List<Problem> problems = new ArrayList<>();
    if (!hasSchema) {
      List<String> known =
          streamAlert.schemas().stream().map(schema -> schema.type().name()).toList();
      problems.add(event
          .problemAt("log", "there is no log type \"" + event.log() + "\"")
          .choose(event.log(), known));
    }
    Set<LogSource> declared = streamAlert.sources().declared();
    if (!declared.isEmpty() && !declared.contains(source)) {
      List<String> known = declared.stream().map(LogSource::toString).toList();
      problems.add(event
          .problemAt("source", "no cluster declares the source " + source)
          .choose(source.toString(), known));
    }
    return problems;
  }

  private String payload(LogSchema schema, Instant now) {
    FieldValue override = event.overrideRecord();
    FieldValue said =
        override.exists() ? SampleLog.overrideRecord(schema, override.fields()) : event.data();
    FieldValue data = EventHelpers.apply(said, now);
    return data.asString().orElseGet(data::toJson);
  }

  /** As StreamAlert 3.5 does, a document is JSON text written as a JSON string once more. */
  private RawLog rawLog(LogSource source, String text) {
    Position position = Position.of("test", event.file(), Integer.toString(event.index()));
    String content = source.hasMessages() ? text : FieldValue.of(text).toJson();
    return RawLog.of(source, position, content);
  }

  private EventResult judge(Classification outcome, LogType expected) {
    Set<LogType> types =
        outcome.records().stream().map(LogRecord::type).collect(Collectors.toSet());
    if (!types.equals(Set.of(expected))) {
      reasons.add(new WrongType(streamAlert, outcome, expected).reason(types));
    } else if (withRules) {
      judgeRules(outcome);
    }
    EventFindings findings = new EventFindings(
        types, withRules, triggered, expectedRules(false), expectedRules(true), warnings);
    return reasons.isEmpty()
        ? new EventResult.Passed(event, findings)
        : new EventResult.Failed(event, findings, reasons);
  }

  private void judgeRules(Classification outcome) {
    evaluations.addAll(streamAlert.evaluate(outcome.records()));
    List<Alert> alerts =
        evaluations.stream().flatMap(record -> record.alerts().stream()).toList();
    alerts.forEach(alert -> triggered.add(alert.ruleName()));
    reasons.addAll(
        new WrongRules(streamAlert.engine(), evaluations).reasons(expectedRules(false), triggered));
    if (!event.skipsPublishers()) {
      PublishersTrial publications = new PublishersTrial(event, streamAlert.publishers());
      reasons.addAll(publications.reasons(alerts));
      warnings.addAll(publications.warnings(alerts));
    }
    alerts.forEach(alert -> reasons.addAll(alertCheck.reasons(alert, streamAlert.publishers())));
  }

  /** The rules that the event names, either those that are disabled or the others. */
  private Set<String> expectedRules(boolean disabled) {
    var rules = streamAlert.engine().rules();
    return event.triggerRules().stream()
        .filter(name -> withRules)
        .filter(name ->
            disabled == (rules.containsKey(name) && rules.get(name).spec().isDisabled()))
        .collect(Collectors.toSet());
  }
}
