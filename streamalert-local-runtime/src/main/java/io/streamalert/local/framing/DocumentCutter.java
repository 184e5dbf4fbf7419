package io.streamalert.local.framing;

import io.streamalert.local.framing.Refused.Why;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a long document into the elements of its list, each in the shell of the document. It looks at brackets and texts
 * only: whether an element is JSON is found out when it is classified. Not thread-safe; for one use.
 */
final class DocumentCutter implements Cutter {

  private static final int NOTHING = -1;

  private final Content content;
  private final FrameSink sink;
  private final int limit;
  private final int blockSize;
  private final IntConsumer room;
  private final LastLine lastLine;
  private final Shell shell;
  private final PartBuffer part;
  private final JsonBrackets brackets = new JsonBrackets();

  private byte[] block;
  private int at;
  private int end;
  private long base;
  private long index;
  private boolean blockIsOurs;
  private boolean lineBreak;
  private @Nullable Cutter lines;

  /** A cutter that starts with the first bytes of the content, which were read already. */
  DocumentCutter(
      Content content,
      FrameSink sink,
      int limit,
      int blockSize,
      IntConsumer room,
      LastLine lastLine,
      Head head,
      Shell shell) {
    this.content = content;
    this.sink = sink;
    this.limit = limit;
    this.blockSize = blockSize;
    this.room = room;
    this.lastLine = lastLine;
    this.shell = shell;
    this.part = new PartBuffer(limit, blockSize, room);
    this.block = head.bytes();
    this.at = shell.end();
    this.end = head.length();
    this.lineBreak = Head.hasLineBreak(shell.before(), 0, shell.before().length);
  }

  @Override
  public boolean step() {
    if (lines != null) {
      return lines.step();
    }
    int stop = element();
    boolean closed = stop == ']' && (!shell.isMap() || members());
    return stop == ',' || (closed && afterDocument());
  }

  @Override
  public long next() {
    return lines == null ? content.count() : lines.next();
  }

  /** Takes an element and the byte behind it, which is returned. */
  private int element() {
    skipBlanks();
    long place = base + at;
    part.begin();
    part.append(shell.before());
    int stop = take();
    if (stop == ',' || stop == ']') {
      at++;
      finishElement();
    } else {
      refuseRest(place, shell.before().length);
    }
    return stop;
  }

  private void finishElement() {
    part.strip();
    int before = shell.before().length;
    if (part.length() + shell.after().length <= limit) {
      part.append(shell.after());
      sink.element(part.block(), part.start(), part.kept(), index);
    } else {
      Refused refused = new Refused(Why.ELEMENT, 0, index, part.length() - before);
      sink.refused(part.block(), part.start() + before, part.kept() - before, refused);
    }
    index++;
  }

  /** Takes the members behind the list; returns whether the document was closed. */
  private boolean members() {
    long place = base + at;
    part.begin();
    int stop = take();
    while (stop == ',') {
      part.append(block, at, at + 1);
      at++;
      stop = take();
    }
    if (stop != '}') {
      refuseRest(place, 0);
      return false;
    }
    at++;
    if (!part.isBlank()) {
      refuse(Why.MEMBERS, place, 0);
    }
    return true;
  }

  /** A long document on one line may be the first of many lines; returns whether it is. */
  private boolean afterDocument() {
    boolean oneLine = !lineBreak && !brackets.sawLineBreak();
    boolean more = skipBlanks();
    if (more && oneLine && lineBreak) {
      lines = new LineCutter(content, sink, limit, blockSize, room, lastLine)
          .begin(block, at, end, base);
      return true;
    }
    if (more) {
      part.begin();
      refuseRest(base + at, 0);
    }
    return false;
  }

  /** Takes all bytes up to the next one that ends a part, which is returned. */
  private int take() {
    do {
      int stop = brackets.stop(block, at, end);
      part.append(block, at, stop);
      at = stop;
      if (stop < end) {
        return block[stop];
      }
    } while (readOn());
    return NOTHING;
  }

  private void refuseRest(long place, int before) {
    do {
      part.append(block, at, end);
      at = end;
    } while (readOn());
    if (lastLine.isTaken(content)) {
      refuse(Why.REST, place, before);
    }
  }

  private void refuse(Why why, long place, int before) {
    Refused refused = Refused.at(why, place, part.length() - before);
    sink.refused(part.block(), part.start() + before, part.kept() - before, refused);
  }

  /** Moves to the next byte that is not blank; returns false at the end. */
  private boolean skipBlanks() {
    do {
      while (at < end && LineCutter.isBlank(block[at])) {
        lineBreak |= block[at] == '\n';
        at++;
      }
    } while (at == end && readOn());
    return at < end;
  }

  /** Reads into the same block again and again, since all that is kept is copied. */
  private boolean readOn() {
    if (content.ended()) {
      return false;
    }
    base += end;
    block = blockIsOurs ? block : new byte[blockSize];
    blockIsOurs = true;
    at = 0;
    end = content.read(block, 0, block.length);
    return end > 0;
  }
}
