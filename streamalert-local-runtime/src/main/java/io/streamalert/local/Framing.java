package io.streamalert.local;

import io.streamalert.local.Refused.Why;
import io.streamalert.settings.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether content is one JSON document or lines, and cuts it. A document over the limit is cut into the
 * elements of its list. What is found does not depend on the size of the blocks. Not thread-safe.
 */
final class Framing {

  /** The usual size of the blocks that lines are cut from. */
  static final int BLOCK_SIZE = 1 << 18;

  /** The first bytes that are read of any content; most files of messages are small. */
  private static final int FIRST_READ = 1 << 13;

  private final Settings settings;
  private final int blockSize;
  private final IntConsumer room;

  /**
   * A framing.
   *
   * @param settings the limits
   * @param blockSize the size of the blocks that lines are cut from
   * @param room called before more than a block is held, with its size
   */
  Framing(Settings settings, int blockSize, IntConsumer room) {
    this.settings = settings;
    this.blockSize = blockSize;
    this.room = room;
  }

  /** Cuts an input to its end; returns why it could not be read that far. */
  Optional<UnreadableInput> cut(LogInput input, FrameSink sink) {
    try (Content content = Content.open(input)) {
      if (input.source().hasMessages()) {
        messages(content, sink);
      } else {
        documentOrLines(content, sink);
      }
      return content.failure().map(error -> UnreadableInput.of(input, error));
    } catch (IOException e) {
      return Optional.of(UnreadableInput.of(input, e));
    }
  }

  /** Cuts content whose lines are messages. */
  void messages(Content content, FrameSink sink) {
    byte[] head = new byte[Math.min(FIRST_READ, blockSize)];
    lines(content, sink, head, content.read(head, 0, head.length));
  }

  /** Cuts content which is one JSON document, or else lines. */
  void documentOrLines(Content content, FrameSink sink) {
    int limit = settings.maxDocumentBytes();
    byte[] bytes = new byte[Math.min(Math.min(FIRST_READ, blockSize), limit + 1)];
    Head head = new Head(bytes, content.read(bytes, 0, bytes.length));
    while (!content.ended() && head.length() <= limit && !isSurelyLines(head)) {
      bytes = grown(head.bytes(), limit + 1);
      int more = content.read(bytes, head.length(), bytes.length - head.length());
      head = new Head(bytes, head.length() + more);
    }
    if (head.length() > limit) {
      longContent(content, sink, head);
    } else if (content.ended() && head.isJson(settings.maxDepth())) {
      sink.log(head.bytes(), 0, head.length(), 0);
    } else {
      lines(content, sink, head.bytes(), head.length());
    }
  }

  /** Whether to stop waiting for the end of a document. As long as there is but one line, nothing depends on it. */
  private boolean isSurelyLines(Head head) {
    return head.length() >= blockSize
        && Head.hasLineBreak(head.bytes(), 0, head.length())
        && !head.mayBecomeJson(settings.maxDepth());
  }

  private void longContent(Content content, FrameSink sink, Head head) {
    int limit = settings.maxDocumentBytes();
    if (head.isWideDocument()) {
      refuseAll(content, sink, head, Why.ENCODING);
    } else if (!head.isUtf8()
        || !head.startsDocument()
        || !head.mayBecomeJson(settings.maxDepth())) {
      lines(content, sink, head.bytes(), head.length());
    } else {
      longDocument(content, sink, head, Shell.find(head.bytes(), head.start(), limit));
    }
  }

  private void longDocument(Content content, FrameSink sink, Head head, @Nullable Shell shell) {
    if (shell != null) {
      new DocumentCutter(content, sink, settings.maxDocumentBytes(), blockSize, room, head, shell)
          .cut();
    } else if (head.hasSeveralLines()) {
      refuseAll(content, sink, head, Why.DOCUMENT);
    } else {
      lines(content, sink, head.bytes(), head.length());
    }
  }

  private void refuseAll(Content content, FrameSink sink, Head head, Why why) {
    byte[] block = new byte[blockSize];
    long length = head.length();
    while (!content.ended()) {
      length += content.read(block, 0, block.length);
    }
    sink.refused(head.bytes(), 0, settings.maxDocumentBytes(), Refused.at(why, 0, length));
  }

  private byte[] grown(byte[] head, int most) {
    int size = (int) Math.min(2L * head.length, most);
    if (size > blockSize) {
      // Old and new are there at once while it grows.
      room.accept(size + head.length);
    }
    return Arrays.copyOf(head, size);
  }

  private void lines(Content content, FrameSink sink, byte[] head, int length) {
    new LineCutter(content, sink, settings.maxDocumentBytes(), blockSize, room)
        .cut(head, 0, length, 0);
  }
}
