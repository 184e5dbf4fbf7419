package io.streamalert.local.framing;

import io.streamalert.classify.DeadLetter;
import io.streamalert.record.RawLog;
import java.util.Locale;

/**
 * A part of the content that cannot become a raw log.
 *
 * @param why why
 * @param place where it starts; of an element where its document does
 * @param index which element it is; 0 of all others
 * @param length how many bytes it has
 */
public record Refused(Why why, long place, long index, long length) {

  /** Why a part cannot become a raw log. */
  public enum Why {
    /** A line is too long. */
    LINE("is a line of %d bytes, longer than %d"),
    /** An element of a document is too long. */
    ELEMENT("is an element of %d bytes, longer than %d, in a long document"),
    /** A document is too long, and has no list that could be read element by element. */
    DOCUMENT("is a document of %d bytes, longer than %d, without a long list at its top"),
    /** A document is too long, and not UTF-8. */
    ENCODING("is a document of %d bytes, longer than %d, that is not UTF-8"),
    /** A document has members behind the list that was read element by element. */
    MEMBERS("is %d bytes of members behind the list of a long document, which its elements lack"),
    /** The content stopped to be the document that it began as. */
    REST("is %d bytes at the end of a long document, which is not JSON from there on");

    private final String form;

    Why(String form) {
      this.form = form;
    }
  }

  /** A part that is no element. */
  static Refused at(Why why, long place, long length) {
    return new Refused(why, place, 0, length);
  }

  /**
   * The dead letter of it.
   *
   * @param start what was kept of its start
   * @return the dead letter
   */
  public DeadLetter letter(RawLog start) {
    return DeadLetter.of(start, reason(start.size()));
  }

  /** What a person is told of it, where so much of its start was kept. */
  String reason(int kept) {
    String what = String.format(Locale.ROOT, why.form, length, kept);
    return kept < length ? what + "; the payload is only so much of its start" : what;
  }
}
