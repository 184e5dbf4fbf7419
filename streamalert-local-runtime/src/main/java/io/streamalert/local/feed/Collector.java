package io.streamalert.local.feed;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.framing.FrameSink;
import io.streamalert.local.framing.RawLogSink;
import io.streamalert.local.framing.Refused;
import io.streamalert.local.framing.Refused.Why;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/** Gathers what one file is cut into, passing over frames that were taken before. Not thread-safe. */
final class Collector implements FrameSink, RawLogSink.Target {

  /** What was gathered since the last time. */
  record Frames(List<RawLog> logs, List<DeadLetter> refused, long blankLines, long bytes) {}

  private final RawLogSink maker;
  private final long skipped;
  private List<RawLog> logs = new ArrayList<>();
  private List<DeadLetter> refused = new ArrayList<>();
  private long blankLines;
  private long bytes;
  private long units;
  private Mark first;
  private Mark last;
  private byte[] lastBytes = new byte[0];
  private int lastOffset;
  private int lastLength;
  private long lastPlace;

  Collector(LogSource source, Position position, Progress taken) {
    this.maker = new RawLogSink(source, position, this);
    this.skipped = taken.units();
    this.first = taken.first();
    this.last = taken.last();
  }

  @Override
  public void log(byte[] content, int offset, int length, long place) {
    if (isNew()) {
      mark(content, offset, length, place);
      maker.log(content, offset, length, place);
    }
  }

  @Override
  public void element(byte[] content, int offset, int length, long index) {
    if (isNew()) {
      maker.element(content, offset, length, index);
    }
  }

  @Override
  public void blank() {
    if (isNew()) {
      blankLines++;
    }
  }

  @Override
  public void refused(byte[] content, int offset, int kept, Refused part) {
    if (isNew()) {
      if (part.why() == Why.LINE) {
        mark(content, offset, kept, part.place());
      }
      maker.refused(content, offset, kept, part);
    }
  }

  private boolean isNew() {
    return ++units > skipped;
  }

  private void mark(byte[] content, int offset, int length, long place) {
    if (first.length() == 0) {
      first = Mark.of(place, content, offset, length);
    }
    lastBytes = content;
    lastOffset = offset;
    lastLength = length;
    lastPlace = place;
  }

  @Override
  public void log(RawLog log) {
    logs.add(log);
    bytes += log.size();
  }

  @Override
  public void refused(RawLog start, Refused part) {
    refused.add(part.letter(start));
    bytes += start.size();
  }

  boolean isEmpty() {
    return logs.isEmpty() && refused.isEmpty() && blankLines == 0;
  }

  /** How much it holds. */
  long bytes() {
    return bytes;
  }

  /** How far lines were taken, where the next one starts at an offset. */
  Progress lines(long offset) {
    if (lastLength > 0) {
      last = Mark.of(lastPlace, lastBytes, lastOffset, lastLength);
    }
    return new Progress(offset, 0, first, last);
  }

  /** How far content was taken that may be a document and starts with a mark. */
  Progress counted(Mark start) {
    return new Progress(0, Math.max(units, skipped), start, Mark.NONE);
  }

  /** Hands over what was gathered. */
  Frames drain() {
    Frames frames = new Frames(logs, refused, blankLines, bytes);
    logs = new ArrayList<>();
    refused = new ArrayList<>();
    blankLines = 0;
    bytes = 0;
    return frames;
  }
}
