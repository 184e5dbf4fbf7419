package io.streamalert.cli;

/** Nobody reads standard output any more, as behind {@code | head}. No error. */
final class OutputClosed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputClosed() {
    super("standard output was closed", null, false, false);
  }
}
