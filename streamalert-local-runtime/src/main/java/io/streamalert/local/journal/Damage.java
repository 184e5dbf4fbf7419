package io.streamalert.local.journal;

import java.io.IOException;

/** That bytes of the journal are not what was written. */
final class Damage extends IOException {

  private static final long serialVersionUID = 1;

  Damage(String message) {
    super(message);
  }
}
