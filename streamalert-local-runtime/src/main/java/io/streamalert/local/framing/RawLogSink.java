package io.streamalert.local.framing;

import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;

/**
 * Makes raw logs of what one input is cut into.
 *
 * @param source what they count as
 * @param position where the input is
 * @param target takes them
 */
public record RawLogSink(LogSource source, Position position, Target target) implements FrameSink {

  /** Takes the raw logs of an input in order. */
  public interface Target {

    /**
     * A raw log.
     *
     * @param log the raw log
     */
    void log(RawLog log);

    /** A line with nothing in it. */
    void blank();

    /**
     * A part that cannot become a raw log, of which perhaps only the start is at hand.
     *
     * @param start what was kept of it
     * @param part what it is
     */
    void refused(RawLog start, Refused part);
  }

  @Override
  public void log(byte[] bytes, int offset, int length, long place) {
    target.log(RawLog.of(source, position.then(place), bytes, offset, length));
  }

  @Override
  public void element(byte[] bytes, int offset, int length, long index) {
    target.log(RawLog.of(source, position.then(0), bytes, offset, length).withFirstOrdinal(index));
  }

  @Override
  public void blank() {
    target.blank();
  }

  @Override
  public void refused(byte[] bytes, int offset, int kept, Refused part) {
    RawLog start = RawLog.of(source, position.then(part.place()), bytes, offset, kept)
        .withFirstOrdinal(part.index());
    target.refused(start, part);
  }
}
