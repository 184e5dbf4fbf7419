package io.streamalert.benchmarks;

import io.streamalert.benchmarks.Workload.Event;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs to measure with, as bytes and as raw logs in batches as large as the local runtime makes them.
 * The source of a raw log is {@code s3} and the family of its type, so that a source can be declared
 * for each family.
 */
final class Logs {

  private static final int MOST_LOGS = 256;
  private static final int MOST_BYTES = 1 << 20;

  private final List<byte[]> payloads = new ArrayList<>();
  private final List<List<RawLog>> batches = new ArrayList<>();
  private List<RawLog> batch = List.of();
  private int batchBytes;

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
    if (batches.isEmpty()
        || batch.size() == MOST_LOGS
        || batchBytes + payload.length > MOST_BYTES) {
      batch = new ArrayList<>();
      batches.add(batch);
      batchBytes = 0;
    }
    Position position = Position.of("file", "benchmark", String.valueOf(payloads.size()));
    batch.add(RawLog.of(source(family), position, payload));
    batchBytes += payload.length;
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
