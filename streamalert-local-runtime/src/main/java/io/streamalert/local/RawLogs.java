package io.streamalert.local;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.framing.Framing;
import io.streamalert.local.framing.RawLogSink;
import io.streamalert.local.framing.Refused;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads inputs as raw logs, cut as {@link LocalRuntime} cuts them, for whoever wants to look at them before anything is
 * classified. Holds no more of an input than its receiver does, except for one document or line. Thread-safe.
 */
public final class RawLogs {

  private RawLogs() {}

  /**
   * Takes the raw logs of an input in their order. All are numbered together, from 1 on: by the line that they are, or,
   * of a document over the limit that was read element by element, by the element. A document that is one raw log has
   * number 1.
   */
  public interface Receiver {

    /**
     * A raw log.
     *
     * @param log the raw log, at a position that is new at each reading
     * @param number its number in the input; blank lines count
     */
    void log(RawLog log, long number);

    /**
     * A part that is too long, or for another reason can be no raw log.
     *
     * @param letter the part, or only its start, and the reason
     * @param number its number in the input
     */
    void refused(DeadLetter letter, long number);
  }

  /**
   * Reads an input to its end.
   *
   * @param input the input
   * @param settings the limits
   * @param receiver takes what is read; what it throws ends the reading and goes on to the caller
   * @return why the input could not be read to its end, or empty if it could
   */
  public static Optional<UnreadableInput> read(
      LogInput input, Settings settings, Receiver receiver) {
    Position position = input.position(UUID.randomUUID().toString());
    RawLogSink sink = new RawLogSink(input.source(), position, new Numbering(receiver));
    return input.cut(new Framing(settings, Framing.BLOCK_SIZE, size -> {}), sink);
  }

  /** Counts what comes. */
  private static final class Numbering implements RawLogSink.Target {

    private final Receiver receiver;
    private long number;

    Numbering(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void log(RawLog log) {
      receiver.log(log, ++number);
    }

    @Override
    public void blank() {
      number++;
    }

    @Override
    public void refused(RawLog start, Refused part) {
      receiver.refused(part.letter(start), ++number);
    }
  }
}
