package io.streamalert.local;

import io.streamalert.StreamAlert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/** Gathers raw logs of all inputs into batches that are worth handing to another thread. */
final class Batcher {

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

  /** Takes what one input is cut into; its name is one that no other input has. */
  FrameSink input(LogInput input, String uniqueName) {
    Position position = Position.of(input.kind(), uniqueName);
    return new FrameSink() {
      @Override
      public void log(byte[] bytes, int offset, int length, long place) {
        add(RawLog.of(input.source(), position.then(place), bytes, offset, length));
      }

      @Override
      public void element(byte[] bytes, int offset, int length, long index) {
        add(RawLog.of(input.source(), position.then(0), bytes, offset, length)
            .withFirstOrdinal(index));
      }

      @Override
      public void blank() {
        blankLines++;
      }

      @Override
      public void refused(byte[] bytes, int offset, int kept, Refused part) {
        RawLog log = RawLog.of(input.source(), position.then(part.place()), bytes, offset, kept)
            .withFirstOrdinal(part.index());
        addRefused(log, part);
      }
    };
  }

  private void add(RawLog log) {
    if (bytes + log.size() > MOST_BYTES) {
      flush();
    }
    logs.add(log);
    bytes += log.size();
    if (logs.size() == MOST_LOGS) {
      flush();
    }
  }

  private void addRefused(RawLog start, Refused part) {
    flush();
    String why = part.reason(start.size());
    pipeline.submit(
        start.position().toString(),
        start.size(),
        () -> BatchResult.of(DeadLetter.of(start, why), part.length()));
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
