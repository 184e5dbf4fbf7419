package io.streamalert.local;

import io.streamalert.StreamAlert;
import io.streamalert.local.framing.RawLogSink;
import io.streamalert.local.framing.Refused;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/** Gathers raw logs of all inputs into batches that are worth handing to another thread. */
final class Batcher implements RawLogSink.Target {

  private static final int MOST_LOGS = 256;
  private static final int MOST_BYTES = 1 << 20;

  private final StreamAlert streamAlert;
  private final Pipeline pipeline;
  private List<RawLog> logs = new ArrayList<>();
  private int bytes;
  private long blankLines;

  Batcher(StreamAlert streamAlert, Pipeline pipeline) {
    this.streamAlert = streamAlert;
    this.pipeline = pipeline;
  }

  @Override
  public void log(RawLog log) {
    if (bytes + log.size() > MOST_BYTES) {
      flush();
    }
    logs.add(log);
    bytes += log.size();
    if (logs.size() == MOST_LOGS) {
      flush();
    }
  }

  @Override
  public void blank() {
    blankLines++;
  }

  @Override
  public void refused(RawLog start, Refused part) {
    flush();
    pipeline.submit(
        start.position().toString(),
        start.size(),
        () -> BatchResult.of(part.letter(start), part.length()));
  }

  /** Hands over what was gathered. */
  void flush() {
    if (!logs.isEmpty()) {
      List<RawLog> batch = logs;
      int size = bytes;
      logs = new ArrayList<>(batch.size());
      bytes = 0;
      String name = "one of " + batch.size() + " logs from " + batch.get(0).position() + " on";
      pipeline.submit(name, size, () -> BatchResult.of(streamAlert.process(batch)));
    }
  }

  long blankLines() {
    return blankLines;
  }
}
