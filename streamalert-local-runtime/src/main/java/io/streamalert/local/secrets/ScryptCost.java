package io.streamalert.local.secrets;

import org.bouncycastle.crypto.generators.SCrypt;

/**
 * How much work scrypt makes of a passphrase.
 *
 * @param logN the binary logarithm of the number of blocks
 * @param r the size of a block, in 128 bytes
 * @param p how often it is done
 */
record ScryptCost(int logN, int r, int p) {

  /** 64 MiB of memory, twice. */
  static final ScryptCost DEFAULT = new ScryptCost(16, 8, 2);

  private static final int MOST_LOG_N = 18;
  private static final int MOST_LOG_N_OF_SMALL_BLOCKS = 15;
  private static final int MOST_R = 8;
  private static final int MOST_P = 4;

  /** Whether it is sane, so that a file of others cannot ask for all memory. */
  boolean isBearable() {
    int mostLogN = r == 1 ? MOST_LOG_N_OF_SMALL_BLOCKS : MOST_LOG_N;
    return logN >= 1 && logN <= mostLogN && r >= 1 && r <= MOST_R && p >= 1 && p <= MOST_P;
  }

  byte[] derive(byte[] passphrase, byte[] salt, int length) {
    return SCrypt.generate(passphrase, salt, 1 << logN, r, p, length);
  }
}
