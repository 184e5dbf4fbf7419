package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** What is measured: ways to go once over all logs. */
final class Ways {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Logs logs;

  Ways(Logs logs) {
    this.logs = logs;
  }

  /** The yardstick; returns how many top-level fields there are. */
  long readTree() throws IOException {
    long fields = 0;
    for (byte[] log : logs.payloads()) {
      fields += mapper.readTree(log).size();
    }
    return fields;
  }

  /** Classifies and normalises; returns how many records there are. */
  long classify(StreamAlert streamAlert) {
    long records = 0;
    for (List<RawLog> batch : logs.batches()) {
      for (Classification outcome : streamAlert.classify(batch)) {
        records += outcome.records().size();
      }
    }
    return records;
  }

  /**
   * Looks at all normalised values too, which are worked out when they are looked at; returns how
   * many records have any.
   */
  long normalise(StreamAlert streamAlert) {
    long normalised = 0;
    for (List<RawLog> batch : logs.batches()) {
      for (Classification outcome : streamAlert.classify(batch)) {
        for (LogRecord record : outcome.records()) {
          normalised += record.at(LogRecord.NORMALIZATION_KEY).fields().isEmpty() ? 0 : 1;
        }
      }
    }
    return normalised;
  }

  /** Classifies, normalises and runs the rules; returns how many alerts there are. */
  long process(StreamAlert streamAlert) {
    long alerts = 0;
    for (List<RawLog> batch : logs.batches()) {
      Run run = streamAlert.process(batch);
      if (run.summary().deadLetters() > 0) {
        throw new IllegalStateException("the workload has logs that fit no schema");
      }
      alerts += run.alerts().size();
    }
    return alerts;
  }

  /** Asks event-ruler, which reads the JSON itself; returns how often a rule matched. */
  long match(Machine machine) throws IOException {
    long matches = 0;
    for (byte[] log : logs.payloads()) {
      try {
        matches +=
            machine.rulesForJSONEvent(new String(log, StandardCharsets.UTF_8)).size();
      } catch (Exception e) { // declared by the library
        throw new IOException("event-ruler cannot read a log of the workload", e);
      }
    }
    return matches;
  }
}
