package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.RecordId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the fields of a stored alert. Each problem names the key and holds no value. */
final class AlertItemReader {

  private static final String UNKNOWN = "unknown";
  private static final int MOST_MINUTES = 60 * 24 * 365;

  private final FieldValue item;

  AlertItemReader(FieldValue item) {
    if (item.kind() != Kind.MAP) {
      throw new IllegalArgumentException("A stored alert is a map, not " + item.kind());
    }
    this.item = item;
  }

  AlertItem item() {
    return AlertItem.of(
        alert(), number("Attempts", Integer.MAX_VALUE), dispatched(), outputs("OutputsSent"));
  }

  private Instant dispatched() {
    return item.at("Dispatched").isMissing()
        ? Instant.EPOCH
        : parsed("Dispatched", Timestamps::parse);
  }

  private Alert alert() {
    List<OutputId> outputs = outputs("Outputs");
    return Alert.builder(required("RuleName"), record(), parsed("Created", Timestamps::parse))
        .id(parsed("AlertID", AlertId::parse))
        .description(text("RuleDescription", ""))
        .title(text("Title", ""))
        .severity(severity())
        .attack(texts("Attack"))
        .runbook(text("Runbook", ""))
        .references(texts("References"))
        .outputs(outputs)
        .mergePolicy(mergePolicy())
        .context(fields("Context"))
        .publishers(publishers(outputs))
        .staged(item.at("Staged").isTruthy())
        .build();
  }

  private LogRecord record() {
    FieldValue content =
        new JsonReader().read(required("Record")).orElseThrow(() -> wrong("Record", "is not JSON"));
    String id = item.at("RecordID").isMissing() ? "AlertID" : "RecordID";
    String cluster = text("Cluster", "");
    return LogRecord.builder(LogType.of(text("LogSource", UNKNOWN)), content)
        .source(parsed(
            text("SourceService", UNKNOWN),
            "SourceService",
            service -> LogSource.of(service, text("SourceEntity", UNKNOWN))))
        .id(parsed(id, RecordId::parse))
        .cluster(cluster.isEmpty() ? null : cluster)
        .parser(text("LogType", UNKNOWN))
        .build();
  }

  private Severity severity() {
    return item.at("Severity").isMissing()
        ? Severity.MEDIUM
        : parsed("Severity", text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  private MergePolicy mergePolicy() {
    List<String> keys = texts("MergeByKeys");
    int minutes = number("MergeWindowMins", MOST_MINUTES);
    return keys.isEmpty() || minutes == 0
        ? MergePolicy.none()
        : MergePolicy.within(Duration.ofMinutes(minutes)).by(keys.toArray(String[]::new));
  }

  /** Names for all outputs, or by service or output, each one name or several. */
  private Map<OutputId, List<String>> publishers(List<OutputId> outputs) {
    FieldValue given = item.at("Publishers");
    Map<OutputId, List<String>> publishers = new TreeMap<>();
    for (OutputId output : outputs) {
      List<String> names = new ArrayList<>();
      if (given.kind() == Kind.MAP) {
        names.addAll(oneOrMore("Publishers", given.at(output.service())));
        names.addAll(oneOrMore("Publishers", given.at(output.toString())));
      } else {
        names.addAll(oneOrMore("Publishers", given));
      }
      if (!names.isEmpty()) {
        publishers.put(output, names);
      }
    }
    return publishers;
  }

  private List<OutputId> outputs(String key) {
    List<OutputId> outputs = new ArrayList<>();
    if (key.equals("Outputs") && item.at(key).isMissing()) {
      throw wrong(key, "is missing");
    }
    for (String text : texts(key)) {
      outputs.add(parsed(text, key, OutputId::parse));
    }
    return outputs;
  }

  private Map<String, FieldValue> fields(String key) {
    FieldValue value = item.at(key);
    if (!value.isMissing() && value.kind() != Kind.MAP) {
      throw wrong(key, "must be a map, not " + value.kind());
    }
    return value.fields();
  }

  private List<String> texts(String key) {
    FieldValue value = item.at(key);
    if (!value.isMissing() && value.kind() != Kind.LIST) {
      throw wrong(key, "must be a list of texts, not " + value.kind());
    }
    return oneOrMore(key, value);
  }

  private static List<String> oneOrMore(String key, FieldValue value) {
    if (value.isMissing()) {
      return List.of();
    }
    List<FieldValue> elements = value.kind() == Kind.LIST ? value.elements() : List.of(value);
    return elements.stream()
        .map(each -> each.asString().orElseThrow(() -> wrong(key, "must hold texts only")))
        .toList();
  }

  private int number(String key, int most) {
    FieldValue value = item.at(key);
    if (value.isMissing()) {
      return 0;
    }
    long number = value.asLong().orElse(-1);
    if (number < 0 || number > most) {
      throw wrong(key, "must be a whole number from 0 to " + most);
    }
    return (int) number;
  }

  private String text(String key, String fallback) {
    FieldValue value = item.at(key);
    if (!value.isMissing() && value.kind() != Kind.STRING) {
      throw wrong(key, "must be a text, not " + value.kind());
    }
    return value.textOr(fallback);
  }

  private String required(String key) {
    if (item.at(key).isMissing()) {
      throw wrong(key, "is missing");
    }
    return text(key, "");
  }

  private <T> T parsed(String key, Function<String, T> parser) {
    return parsed(required(key), key, parser);
  }

  private static <T> T parsed(String text, String key, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(key, "has not the form that docs/wire/stored-alert.md describes");
    }
  }

  private static IllegalArgumentException wrong(String key, String problem) {
    return new IllegalArgumentException("A stored alert cannot be read: " + key + " " + problem);
  }
}
