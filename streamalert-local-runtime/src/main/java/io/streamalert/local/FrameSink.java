package io.streamalert.local;

/** Takes what one input is cut into, in order. Arrays that are passed here are never written again. */
interface FrameSink {

  /** A raw log that starts at this place of the content. */
  void log(byte[] bytes, int offset, int length, long place);

  /** A line with nothing in it. */
  void blank();

  /** A line over the limit, of which only the start is at hand. */
  void overlong(byte[] bytes, int offset, int kept, long place, long length);
}
