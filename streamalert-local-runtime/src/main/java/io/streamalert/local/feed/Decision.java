package io.streamalert.local.feed;

import io.streamalert.local.feed.FileReading.Manner;
import io.streamalert.local.framing.Framing;
import io.streamalert.local.framing.LastLine;
import java.io.IOException;

/** How a file is to be read now. */
final class Decision {

  /** What it can be. */
  enum Way {
    /** Line by line, as far as there are whole lines. */
    LINES,
    /** To its end, since it is quiet. */
    WHOLE,
    /** Not before it grows or is quiet. */
    WAIT
  }

  /** So much tells nearly always whether a file has lines. */
  private static final int SHORT_LOOK = 1 << 16;

  private final Manner manner;
  private final Framing framing;

  Decision(Manner manner) {
    this.manner = manner;
    this.framing = manner.framing(manner.blockSize(), LastLine.LEFT);
  }

  Way of(Watched file, boolean quiet) throws IOException {
    Generation generation = file.generation();
    Progress taken = generation == null ? Progress.NOTHING : generation.progress();
    boolean isWhole = file.isPacked()
        || taken.units() > 0
        || (taken.offset() == 0 && file.file().size() < Peek.MAGIC);
    boolean isLines = !isWhole && (taken.offset() > 0 || hasLines(file, quiet));
    if (isLines) {
      return Way.LINES;
    }
    return quiet ? Way.WHOLE : Way.WAIT;
  }

  private boolean hasLines(Watched file, boolean quiet) throws IOException {
    if (manner.source().hasMessages() || isLines(file, SHORT_LOOK)) {
      return true;
    }
    long size = file.file().size();
    if (quiet || size <= SHORT_LOOK || !file.hasGrown(size)) {
      return false;
    }
    file.unfinished(size);
    return isLines(file, manner.settings().maxDocumentBytes() + 1);
  }

  private boolean isLines(Watched file, int most) throws IOException {
    int length = (int) Math.min(file.file().size(), most);
    byte[] head = Peek.at(file.file().path(), false, 0, length);
    return framing.isLines(head, head.length);
  }
}
