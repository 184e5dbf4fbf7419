package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both packs over one call, in each form in which a source may deliver what CloudTrail recorded of it.
 */
final class TrailPacks {

  static final String FILE = "cloudtrail:events";
  static final String RECORD = "cloudtrail:record";
  static final String EVENT = "cloudwatch:events";

  private static final Map<String, ?> ENVELOPE = Map.of(
      "version", "0",
      "id", "i-1",
      "detail-type", "AWS API Call via CloudTrail",
      "source", "aws.example",
      "account", "111122223333",
      "time", "2026-03-14T09:05:44Z",
      "region", "eu-central-1",
      "resources", List.of());

  private final StreamAlert strict = over(CommunityRules.strict());
  private final StreamAlert wide = over(CommunityRules.wide());

  static StreamAlert over(CommunityRules pack) {
    return StreamAlert.builder().schemas(CommunitySchemas.all()).rulesFrom(pack).build();
  }

  /** A record of a type that is about a call. */
  static LogRecord record(LogType type, FieldValue call) {
    return LogRecord.builder(type, content(type.name(), call)).build();
  }

  private static FieldValue content(String type, FieldValue call) {
    return type.equals(EVENT) ? FieldValue.of(ENVELOPE).with("detail", call) : call;
  }

  /** A log of a type that is about a call. */
  static String log(String type, FieldValue call) {
    String json = content(type, call).toJson();
    return type.equals(FILE) ? "{\"Records\":[" + json + "]}" : json;
  }

  /** Whether this is what the schema takes for the record of a call. */
  boolean isCall(FieldValue call) {
    return Samples.classify(wide, log(FILE, call)).records().stream()
        .anyMatch(record -> record.type().name().equals(FILE));
  }

  List<Alert> strict(String type, String log) {
    return alerts(strict, type, log);
  }

  List<Alert> wide(String type, String log) {
    return alerts(wide, type, log);
  }

  /** What the strict pack makes of a call that comes in both forms that it knows. */
  Set<String> expected(FieldValue call) {
    return names(Stream.of(FILE, EVENT).flatMap(type -> strict(type, log(type, call)).stream()));
  }

  Set<String> wide(String type, FieldValue call) {
    return names(wide(type, log(type, call)).stream());
  }

  static Set<String> names(Stream<Alert> alerts) {
    return alerts.map(Alert::ruleName).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Fails if the log is of another type, so that 'no alert' never means 'not looked at'. */
  private static List<Alert> alerts(StreamAlert streamAlert, String type, String log) {
    Run run = streamAlert.process(
        List.of(RawLog.of(LogSource.of("s3", "acme-logs"), Position.of("test", "1"), log)));
    assertThat(run.classifications().get(0).records())
        .as(log)
        .hasSize(1)
        .allMatch(record -> record.type().name().equals(type));
    assertThat(run.failures()).isEmpty();
    return run.alerts();
  }
}
