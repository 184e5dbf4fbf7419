package io.streamalert.local.secrets;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys that a passphrase gives with one salt: one to encrypt, one to tell whether it is right. */
final class DerivedKey {

  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final String HMAC = "HmacSHA256";
  private static final byte[] CHECKED = {'c', 'h', 'e', 'c', 'k'};

  private final ScryptCost cost;
  private final byte[] salt;
  private final SecretKeySpec encrypting;
  private final byte[] check;

  private DerivedKey(ScryptCost cost, byte[] salt, SecretKeySpec encrypting, byte[] check) {
    this.cost = cost;
    this.salt = salt;
    this.encrypting = encrypting;
    this.check = check;
  }

  /** Derives the keys; the passphrase is the caller's to overwrite. */
  static DerivedKey of(byte[] passphrase, ScryptCost cost, byte[] salt) {
    byte[] both = cost.derive(passphrase, salt, 2 * KEY_BYTES);
    try {
      SecretKeySpec encrypting = new SecretKeySpec(both, 0, KEY_BYTES, "AES");
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(both, KEY_BYTES, KEY_BYTES, HMAC));
      byte[] check = Arrays.copyOf(mac.doFinal(CHECKED), EncryptedHeader.CHECK_BYTES);
      return new DerivedKey(cost, salt, encrypting, check);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java runtime lacks " + HMAC, e);
    } finally {
      Arrays.fill(both, (byte) 0);
    }
  }

  /** Whether it was derived with the salt and at the cost of a header. */
  boolean isFor(EncryptedHeader header) {
    return cost.equals(header.cost()) && Arrays.equals(salt, header.salt());
  }

  /** Whether the passphrase was the one that the header was made with. */
  boolean opens(EncryptedHeader header) {
    return MessageDigest.isEqual(check, header.check());
  }

  EncryptedHeader header(byte[] nonce) {
    return new EncryptedHeader(cost, salt, check, nonce);
  }

  /** Encrypts, behind the encoded header, which is authenticated too. */
  byte[] encrypt(EncryptedHeader header, byte[] clear) {
    byte[] start = header.encode();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, header, start).doFinal(clear);
      byte[] file = Arrays.copyOf(start, start.length + sealed.length);
      System.arraycopy(sealed, 0, file, start.length, sealed.length);
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot encrypt by AES-256-GCM", e);
    }
  }

  /** Decrypts what is behind the header of a file; fails if a bit of either was changed. */
  byte[] decrypt(EncryptedHeader header, byte[] file) throws AEADBadTagException {
    byte[] start = Arrays.copyOf(file, EncryptedHeader.BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, header, start)
          .doFinal(file, start.length, file.length - start.length);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot decrypt by AES-256-GCM", e);
    }
  }

  private Cipher cipher(int mode, EncryptedHeader header, byte[] start)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, encrypting, new GCMParameterSpec(TAG_BITS, header.nonce()));
    cipher.updateAAD(start);
    return cipher;
  }
}
