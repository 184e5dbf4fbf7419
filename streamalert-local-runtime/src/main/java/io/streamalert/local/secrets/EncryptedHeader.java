package io.streamalert.local.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * What stands in clear before the encrypted content: what it is, the version, the cost of the key,
 * salt, a value that only the right key gives, the nonce, and a checksum of all that. The checksum
 * tells a damaged header from a wrong passphrase; what is secure is the authentication, which covers
 * the header too.
 */
final class EncryptedHeader {

  static final int SALT_BYTES = 16;
  static final int CHECK_BYTES = 16;
  static final int NONCE_BYTES = 12;

  private static final byte[] MAGIC = "SASECRET".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int SUMMED_BYTES = MAGIC.length + 4 + SALT_BYTES + CHECK_BYTES + NONCE_BYTES;
  static final int BYTES = SUMMED_BYTES + Integer.BYTES;

  private final ScryptCost cost;
  private final byte[] salt;
  private final byte[] check;
  private final byte[] nonce;

  /** Takes the arrays as they are; nobody changes them afterwards. */
  EncryptedHeader(ScryptCost cost, byte[] salt, byte[] check, byte[] nonce) {
    this.cost = cost;
    this.salt = salt;
    this.check = check;
    this.nonce = nonce;
  }

  ScryptCost cost() {
    return cost;
  }

  byte[] salt() {
    return salt;
  }

  byte[] check() {
    return check;
  }

  byte[] nonce() {
    return nonce;
  }

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES)
        .put(MAGIC)
        .put((byte) VERSION)
        .put((byte) cost.logN())
        .put((byte) cost.r())
        .put((byte) cost.p())
        .put(salt)
        .put(check)
        .put(nonce);
    return out.putInt(sum(out.array())).array();
  }

  private static int sum(byte[] header) {
    CRC32 sum = new CRC32();
    sum.update(header, 0, SUMMED_BYTES);
    return (int) sum.getValue();
  }

  /** Reads the header of a file, whose name is for messages. */
  static EncryptedHeader decode(byte[] file, PrivateFile name) {
    boolean ours =
        file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    if (!ours) {
      throw Unusable.because(
          "The file " + name + " is no file of encrypted secrets.",
          "Name one that \"outputs set\" has made.");
    }
    ByteBuffer in = ByteBuffer.wrap(file).position(MAGIC.length);
    int version = in.hasRemaining() ? in.get() : VERSION;
    if (version != VERSION) {
      throw Unusable.because(
          "The file " + name + " has version " + version + ", which is not known here.",
          "Use the version of StreamAlert that has written it, or a newer one.");
    }
    if (file.length < BYTES || sum(file) != ByteBuffer.wrap(file).getInt(SUMMED_BYTES)) {
      throw damaged(name);
    }
    return decode(in, name);
  }

  private static EncryptedHeader decode(ByteBuffer in, PrivateFile name) {
    ScryptCost cost = new ScryptCost(in.get(), in.get(), in.get());
    if (!cost.isBearable()) {
      throw damaged(name);
    }
    return new EncryptedHeader(
        cost, bytes(in, SALT_BYTES), bytes(in, CHECK_BYTES), bytes(in, NONCE_BYTES));
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  static RuntimeException damaged(PrivateFile name) {
    return Unusable.because(
        "The file " + name + " is damaged.",
        "Put back a copy of it, or delete it and set the credentials anew.");
  }
}
