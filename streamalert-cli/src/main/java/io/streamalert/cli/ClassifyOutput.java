package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.Classified;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.SchemaTrial;
import io.streamalert.classify.Split;
import io.streamalert.local.RawLogs;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classifies logs and writes a line for each. */
final class ClassifyOutput implements RawLogs.Receiver {

  private final StreamAlert streamAlert;
  private final boolean explain;
  private final Output out;
  private long index;
  private boolean records;

  ClassifyOutput(StreamAlert streamAlert, boolean explain, Output out) {
    this.streamAlert = streamAlert;
    this.explain = explain;
    this.out = out;
  }

  /** Whether any log gave a record. */
  boolean hasRecords() {
    return records;
  }

  @Override
  public void log(RawLog log, long number) {
    Classification outcome = streamAlert.classify(List.of(log)).get(0);
    records |= outcome.isClassified();
    Map<String, Object> line = line();
    if (outcome instanceof Split split) {
      add(line, null, List.of(), 0);
      line.put(
          "elements", split.elements().stream().map(ClassifyOutput::element).toList());
    } else {
      line.putAll(element(outcome));
    }
    if (explain) {
      line.put("schemas", schemas(streamAlert.explain(log)));
    }
    write(line);
  }

  @Override
  public void refused(DeadLetter letter, long number) {
    unusable(letter.reason());
  }

  /** Writes a line for what cannot be classified at all. */
  void unusable(String reason) {
    Map<String, Object> line = line();
    add(line, null, List.of(), 1);
    line.put("reason", reason);
    write(line);
  }

  private Map<String, Object> line() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("index", index++);
    return line;
  }

  private void write(Map<String, Object> line) {
    out.line(FieldValue.of(line).toJson());
  }

  private static Map<String, Object> element(Classification outcome) {
    Map<String, Object> element = new LinkedHashMap<>();
    String type = outcome instanceof Classified classified ? classified.type().name() : null;
    add(element, type, outcome.records(), outcome.deadLetters().size());
    return element;
  }

  private static void add(
      Map<String, Object> line, @Nullable String type, List<LogRecord> records, int invalid) {
    line.put("log_type", FieldValue.of(type));
    line.put("records", records.stream().map(LogRecord::content).toList());
    line.put("invalid", invalid);
  }

  private static Map<String, Object> schemas(List<SchemaTrial> trials) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (SchemaTrial trial : trials) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("matches", trial.matches());
      schema.put("parsed", trial.parsed());
      schema.put("invalid", trial.invalid());
      schema.put("reason", trial.reason());
      schemas.put(trial.type().name(), schema);
    }
    return schemas;
  }
}
