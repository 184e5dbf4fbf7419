package io.streamalert.benchmarks;

import io.streamalert.benchmarks.Workload.Event;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs to measure with, as bytes and as raw logs in batches. The source of a raw log is {@code s3}
 * and the family of its type, so that a source can be declared for each family.
 */
final class Logs {

  private static final int BATCH = 256;

  private final List<byte[]> payloads = new ArrayList<>();
  private final List<List<RawLog>> batches = new ArrayList<>();

  private Logs() {}

  /** The logs of a generated workload. */
  static Logs generated(int count) {
    Logs logs = new Logs();
    Workload workload = new Workload(Workload.SEED);
    for (int i = 0; i < count; i++) {
      Event event = workload.next();
      logs.add(event.logType().substring(0, event.logType().indexOf(':')), event.payload());
    }
    return logs;
  }

  /** Logs of one family. */
  static Logs of(String family, List<byte[]> payloads) {
    Logs logs = new Logs();
    payloads.forEach(payload -> logs.add(family, payload));
    return logs;
  }

  /** The source that holds the logs of a family. */
  static LogSource source(String family) {
    return LogSource.of("s3", family);
  }

  private void add(String family, byte[] payload) {
    if (payloads.size() % BATCH == 0) {
      batches.add(new ArrayList<>(BATCH));
    }
    Position position = Position.of("file", "benchmark", String.valueOf(payloads.size()));
    batches.get(batches.size() - 1).add(RawLog.of(source(family), position, payload));
    payloads.add(payload);
  }

  int count() {
    return payloads.size();
  }

  List<byte[]> payloads() {
    return payloads;
  }

  List<List<RawLog>> batches() {
    return batches;
  }
}
