package io.streamalert.local.secrets;

import io.streamalert.local.files.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Says why secrets cannot be read or kept. Messages name places, never values. */
final class Unusable {

  private Unusable() {}

  static UncheckedIOException because(String problem, String mend) {
    String message = problem + " " + mend;
    return new UncheckedIOException(message, new IOException(message));
  }

  static UncheckedIOException because(Path place, String verb, IOException failure) {
    String message = place + " cannot be " + verb + ": " + FileErrors.reason(failure) + ".";
    return new UncheckedIOException(message, failure);
  }
}
