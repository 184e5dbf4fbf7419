package io.streamalert.cli;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.LogInput;
import io.streamalert.local.RawLogs;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** The first logs of inputs, with the place of each. Not thread-safe. */
final class SampleLogs {

  /** How many are taken. */
  static final int MOST_LOGS = 10_000;

  /** How much is taken, but for the first, which may be longer. */
  static final int MOST_BYTES = 32 << 20;

  private final List<RawLog> logs = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private long bytes;
  private boolean more;

  /**
   * Reads until there are enough.
   *
   * @return the inputs that could not be read
   * @throws UserError if a part of an input can be no log
   */
  List<UnreadableInput> read(List<LogInput> inputs) {
    List<UnreadableInput> unreadable = new ArrayList<>();
    try {
      for (LogInput input : inputs) {
        RawLogs.read(input, Settings.defaults(), new Taking(input.name()))
            .ifPresent(unreadable::add);
      }
    } catch (Enough enough) {
      more = true;
    }
    return unreadable;
  }

  List<RawLog> logs() {
    return logs;
  }

  /** Where a log stands, as {@code FILE:LINE}. */
  String place(int log) {
    return places.get(log);
  }

  /** Whether there are logs that were not taken. */
  boolean hasMore() {
    return more;
  }

  private final class Taking implements RawLogs.Receiver {

    private final String input;

    Taking(String input) {
      this.input = input;
    }

    @Override
    public void log(RawLog log, long number) {
      if (logs.size() == MOST_LOGS || (bytes + log.size() > MOST_BYTES && !logs.isEmpty())) {
        throw new Enough();
      }
      logs.add(log);
      places.add(input + ":" + number);
      bytes += log.size();
    }

    @Override
    public void refused(DeadLetter letter, long number) {
      throw UserError.problem(
          input + ":" + number + ": " + letter.reason() + ". No schema can take it.");
    }
  }

  /** There are enough logs. */
  private static final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough samples", null, false, false);
    }
  }
}
