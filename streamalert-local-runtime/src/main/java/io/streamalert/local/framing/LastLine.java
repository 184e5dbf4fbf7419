package io.streamalert.local.framing;

/** What becomes of a line that goes to the end of the content without a line break. */
public enum LastLine {
  /** It is a line like any other. */
  TAKEN,
  /** It is a line unless the content broke off, that is, could not be read any further. */
  TAKEN_IF_WHOLE,
  /** It is left, for it may be going on. */
  LEFT;

  boolean isTaken(Content content) {
    return this == TAKEN || (this == TAKEN_IF_WHOLE && content.failure().isEmpty());
  }
}
