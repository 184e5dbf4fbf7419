package io.streamalert.local;

/** Takes what one input is cut into, in order. Arrays that are passed here are never written again. */
interface FrameSink {

  /** A raw log that starts at this place of the content. */
  void log(byte[] bytes, int offset, int length, long place);

  /** An element of the document that the content is, with what surrounds it there; its index counts from 0. */
  void element(byte[] bytes, int offset, int length, long index);

  /** A line with nothing in it. */
  void blank();

  /** A part that cannot become a raw log, of which perhaps only the start is at hand. */
  void refused(byte[] bytes, int offset, int kept, Refused part);
}
