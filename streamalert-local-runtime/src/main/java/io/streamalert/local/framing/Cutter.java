package io.streamalert.local.framing;

/**
 * Cuts content piece by piece, so that its caller may do something else in between. Not thread-safe; for one use.
 */
public interface Cutter {

  /**
   * Cuts one more piece: of lines a block, of a long document an element.
   *
   * @return false if there is nothing more to come
   */
  boolean step();

  /**
   * How far it has come.
   *
   * @return where in the content the first byte is that belongs to nothing that was handed on; of a long document, which
   *     is counted by its elements, only known when there is nothing more to come
   */
  long next();

  /** Cuts all that is left. */
  default void finish() {
    boolean more = step();
    while (more) {
      more = step();
    }
  }
}
