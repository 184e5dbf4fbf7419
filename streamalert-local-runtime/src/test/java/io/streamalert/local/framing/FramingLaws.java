package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.framing.Frames.Piece;
import io.streamalert.local.framing.Refused.Why;
import io.streamalert.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What holds for the frames of any content, as text of one character a byte. */
final class FramingLaws {

  /** What may stand between pieces: blanks, and what separates and closes the elements of a document. */
  private static final String GLUE = " \t\r\n,]}";

  private final String content;
  private final int limit;
  private final String shellBefore;
  private final String shellAfter;

  private FramingLaws(byte[] content, int limit) {
    this.content = text(content);
    this.limit = limit;
    Head head = new Head(content, content.length);
    boolean large = content.length > limit && head.startsDocument();
    @Nullable Shell shell = large ? Shell.find(content, head.start(), limit) : null;
    this.shellBefore = shell == null ? "" : text(shell.before());
    this.shellAfter = shell == null ? "" : text(shell.after());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Checks content cut as a file. What starts as if compressed is other content, or none. */
  static void check(byte[] content, int limit, int blockSize) {
    if (!GzipMembers.isStart(content, content.length)
        && !ZstdFrames.isStart(content, content.length)) {
      checkPlain(content, limit, blockSize);
    }
  }

  private static void checkPlain(byte[] content, int limit, int blockSize) {
    Settings settings = Settings.builder().maxDocumentBytes(limit).maxDepth(8).build();
    Frames frames = Frames.of("s3", content, settings, blockSize);
    FramingLaws laws = new FramingLaws(content, limit);
    laws.nothingIsLost(frames.pieces);
    laws.nothingIsTooLong(frames.pieces);
    Frames other = Frames.of("s3", content, settings, blockSize + 1);
    assertThat(other.pieces).isEqualTo(frames.pieces);
    assertThat(other.logs).isEqualTo(frames.logs);
    assertThat(other.blank).isEqualTo(frames.blank);
  }

  /** The pieces, in order and without the shells, are the content, but for what separates them. */
  private void nothingIsLost(List<Piece> pieces) {
    int at = isDocument(pieces) ? content.indexOf(shellBefore) + shellBefore.length() : 0;
    for (Piece piece : pieces) {
      String text = withoutShell(piece);
      at = afterGlue(at, i -> startsAt(piece, text, i));
      at += (int) (piece.isElement() ? text.length() : piece.length());
    }
    assertThat(afterGlue(at, i -> false)).isEqualTo(content.length());
  }

  private static boolean isDocument(List<Piece> pieces) {
    return pieces.stream().anyMatch(p -> p.isElement() || is(p, Why.ELEMENT) || is(p, Why.REST));
  }

  private static boolean is(Piece piece, Why why) {
    Refused refused = piece.refused();
    return refused != null && refused.why() == why;
  }

  private String withoutShell(Piece piece) {
    if (!piece.isElement()) {
      return piece.text();
    }
    assertThat(piece.text()).startsWith(shellBefore).endsWith(shellAfter);
    return piece
        .text()
        .substring(shellBefore.length(), piece.text().length() - shellAfter.length());
  }

  /** Of an element of which nothing was kept, which only a tiny limit brings about, it is enough that no glue is there. */
  private boolean startsAt(Piece piece, String text, int at) {
    Refused refused = piece.refused();
    if (refused != null && refused.why() != Why.ELEMENT) {
      return refused.place() == at;
    }
    return text.isEmpty() && piece.length() > 0 && refused != null
        ? GLUE.indexOf(content.charAt(at)) < 0
        : content.startsWith(text, at);
  }

  private int afterGlue(int from, IntPredicate isNext) {
    int at = from;
    while (at < content.length() && !isNext.test(at)) {
      assertThat(GLUE.indexOf(content.charAt(at)))
          .as("something is lost at byte %d", at)
          .isNotNegative();
      at++;
    }
    return at;
  }

  private void nothingIsTooLong(List<Piece> pieces) {
    for (Piece piece : pieces) {
      assertThat(piece.text().length()).isLessThanOrEqualTo(limit);
      boolean small = is(piece, Why.MEMBERS) || is(piece, Why.REST) || piece.refused() == null;
      if (!small) {
        assertThat(piece.length())
            .isGreaterThan(limit - shellBefore.length() - shellAfter.length());
      }
    }
  }
}
