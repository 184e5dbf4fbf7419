package io.streamalert.local.framing;

import io.streamalert.local.framing.Refused.Why;
import io.streamalert.settings.Settings;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether content is one JSON document or lines, and cuts it. A document over the limit is cut into the
 * elements of its list. What is found does not depend on the size of the blocks. Immutable; thread-safe if {@code room}
 * is.
 */
public final class Framing {

  /** The usual size of the blocks that lines are cut from: {@value} bytes. */
  public static final int BLOCK_SIZE = 1 << 18;

  /** The first bytes that are read of any content; most files of messages are small. */
  private static final int FIRST_READ = 1 << 13;

  private final Settings settings;
  private final int blockSize;
  private final IntConsumer room;
  private final LastLine lastLine;

  /**
   * A framing that takes a last line without a line break.
   *
   * @param settings the limits
   * @param blockSize the size in bytes of the blocks that lines are cut from
   * @param room called before more than a block is held, with its size
   */
  public Framing(Settings settings, int blockSize, IntConsumer room) {
    this(settings, blockSize, room, LastLine.TAKEN);
  }

  /**
   * A framing.
   *
   * @param settings the limits
   * @param blockSize the size in bytes of the blocks that lines are cut from
   * @param room called before more than a block is held, with its size
   * @param lastLine what becomes of a last line without a line break
   */
  public Framing(Settings settings, int blockSize, IntConsumer room, LastLine lastLine) {
    this.settings = settings;
    this.blockSize = blockSize;
    this.room = room;
    this.lastLine = lastLine;
  }

  /**
   * Starts to cut content whose lines are messages.
   *
   * @param content the content
   * @param sink takes the lines, some of them at once
   * @return cuts the rest
   */
  public Cutter messages(Content content, FrameSink sink) {
    byte[] head = new byte[Math.min(FIRST_READ, blockSize)];
    return lines(content, sink, head, content.read(head, 0, head.length));
  }

  /**
   * Starts to cut content that is lines, and of which the beginning was passed over.
   *
   * @param content the rest of the content
   * @param sink takes the lines
   * @param place where in the whole content the rest starts
   * @return cuts the rest
   */
  public Cutter linesFrom(Content content, FrameSink sink, long place) {
    return lineCutter(content, sink).begin(new byte[0], 0, 0, place);
  }

  /**
   * Starts to cut content which is one JSON document, or else lines. A document that is broken off and whose end must not
   * be taken is left as a whole.
   *
   * @param content the content
   * @param sink takes the document, lines or elements, some of them at once
   * @return cuts the rest
   */
  public Cutter documentOrLines(Content content, FrameSink sink) {
    int limit = settings.maxDocumentBytes();
    byte[] bytes = new byte[Math.min(Math.min(FIRST_READ, blockSize), limit + 1)];
    Head head = new Head(bytes, content.read(bytes, 0, bytes.length));
    while (!content.ended() && head.length() <= limit && !isSurelyLines(head)) {
      bytes = grown(head.bytes(), limit + 1);
      int more = content.read(bytes, head.length(), bytes.length - head.length());
      head = new Head(bytes, head.length() + more);
    }
    return head.length() > limit
        ? longContent(content, sink, head)
        : shortContent(content, sink, head);
  }

  /**
   * Whether content is lines, however it goes on. It is so too if its first line is JSON, for a document that ends with
   * its first line and the line alone are the same.
   *
   * @param first its first bytes
   * @param length how many of them there are
   * @return false if it is, or may become, a document of several lines
   */
  public boolean isLines(byte[] first, int length) {
    Head head = new Head(first, length);
    int maxDepth = settings.maxDepth();
    boolean tooLong = length > settings.maxDocumentBytes();
    return head.firstLineIsJson(maxDepth)
        || (!head.isWideDocument() && tooLong && !isDocument(head))
        || !head.mayBecomeJson(maxDepth);
  }

  /** Whether to stop waiting for the end of a document. As long as there is but one line, nothing depends on it. */
  private boolean isSurelyLines(Head head) {
    return head.length() >= blockSize
        && Head.hasLineBreak(head.bytes(), 0, head.length())
        && !head.mayBecomeJson(settings.maxDepth());
  }

  private Cutter shortContent(Content content, FrameSink sink, Head head) {
    if (content.ended() && head.isJson(settings.maxDepth())) {
      sink.log(head.bytes(), 0, head.length(), 0);
      return ended(content);
    }
    if (!lastLine.isTaken(content) && head.mayBecomeJson(settings.maxDepth())) {
      return ended(content);
    }
    return lines(content, sink, head.bytes(), head.length());
  }

  private Cutter longContent(Content content, FrameSink sink, Head head) {
    if (head.isWideDocument()) {
      return refuseAll(content, sink, head, Why.ENCODING);
    }
    if (!isDocument(head)) {
      return lines(content, sink, head.bytes(), head.length());
    }
    int limit = settings.maxDocumentBytes();
    return longDocument(content, sink, head, Shell.find(head.bytes(), head.start(), limit));
  }

  private boolean isDocument(Head head) {
    return head.isUtf8() && head.startsDocument() && head.mayBecomeJson(settings.maxDepth());
  }

  private Cutter longDocument(Content content, FrameSink sink, Head head, @Nullable Shell shell) {
    int limit = settings.maxDocumentBytes();
    if (shell != null) {
      return new DocumentCutter(content, sink, limit, blockSize, room, lastLine, head, shell);
    }
    return head.hasSeveralLines()
        ? refuseAll(content, sink, head, Why.DOCUMENT)
        : lines(content, sink, head.bytes(), head.length());
  }

  private Cutter refuseAll(Content content, FrameSink sink, Head head, Why why) {
    byte[] block = new byte[blockSize];
    while (!content.ended()) {
      content.read(block, 0, block.length);
    }
    if (lastLine.isTaken(content)) {
      Refused refused = Refused.at(why, 0, content.count());
      sink.refused(head.bytes(), 0, settings.maxDocumentBytes(), refused);
    }
    return ended(content);
  }

  private byte[] grown(byte[] head, int most) {
    int size = (int) Math.min(2L * head.length, most);
    if (size > blockSize) {
      // Old and new are there at once while it grows.
      room.accept(size + head.length);
    }
    return Arrays.copyOf(head, size);
  }

  private Cutter lines(Content content, FrameSink sink, byte[] head, int length) {
    return lineCutter(content, sink).begin(head, 0, length, 0);
  }

  private LineCutter lineCutter(Content content, FrameSink sink) {
    return new LineCutter(content, sink, settings.maxDocumentBytes(), blockSize, room, lastLine);
  }

  private static Cutter ended(Content content) {
    return new Cutter() {
      @Override
      public boolean step() {
        return false;
      }

      @Override
      public long next() {
        return content.count();
      }
    };
  }
}
