package io.streamalert.local.framing;

/** Takes what one input is cut into, in order. Arrays that are passed here are never written again. */
public interface FrameSink {

  /**
   * A raw log.
   *
   * @param bytes holds it
   * @param offset where it starts in the array
   * @param length how many bytes it has
   * @param place where it starts in the content
   */
  void log(byte[] bytes, int offset, int length, long place);

  /**
   * An element of the document that the content is, with what surrounds it there.
   *
   * @param bytes holds it
   * @param offset where it starts in the array
   * @param length how many bytes it has
   * @param index which element it is, from 0 on
   */
  void element(byte[] bytes, int offset, int length, long index);

  /** A line with nothing in it. */
  void blank();

  /**
   * A part that cannot become a raw log, of which perhaps only the start is at hand.
   *
   * @param bytes holds the start
   * @param offset where it starts in the array
   * @param kept how many bytes of it there are
   * @param part what it is
   */
  void refused(byte[] bytes, int offset, int kept, Refused part);
}
