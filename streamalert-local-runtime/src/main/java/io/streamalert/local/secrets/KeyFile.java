package io.streamalert.local.secrets;

import java.util.Arrays;

/** A file that holds a passphrase. */
final class KeyFile {

  private static final int LEAST_BYTES = 32;

  private KeyFile() {}

  static byte[] read(PrivateFile file) {
    byte[] content = file.read()
        .orElseThrow(() -> Unusable.because(
            "The key file " + file + " is missing.",
            "Put the one back that the secrets were encrypted with. For new ones make it, for example by"
                + " \"(umask 077; head -c 32 /dev/urandom | base64 > FILE)\"."));
    byte[] key = Arrays.copyOf(content, SecretText.endWithoutLineFeeds(content));
    Arrays.fill(content, (byte) 0);
    if (key.length < LEAST_BYTES) {
      throw Unusable.because(
          "The key file " + file + " has less than " + LEAST_BYTES + " bytes.",
          "Make one of random bytes.");
    }
    return key;
  }
}
