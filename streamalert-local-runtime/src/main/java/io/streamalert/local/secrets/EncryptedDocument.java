package io.streamalert.local.secrets;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted document. The salt stays with the file, so that who holds its key reads what others
 * write without being asked for the passphrase again; each content has a nonce of its own.
 */
final class EncryptedDocument implements SecretDocument {

  private static final int LEAST_BYTES = EncryptedHeader.BYTES + 16;

  private final SecureRandom random = new SecureRandom();
  private final PrivateFile file;
  private final Passphrase passphrase;
  private final ScryptCost cost;
  private @Nullable DerivedKey known;

  /** The cost is that of a file which is yet to be made. */
  EncryptedDocument(PrivateFile file, Passphrase passphrase, ScryptCost cost) {
    this.file = file;
    this.passphrase = Objects.requireNonNull(passphrase, "passphrase");
    this.cost = cost;
  }

  @Override
  public Optional<byte[]> read() {
    return file.read().map(this::open);
  }

  private byte[] open(byte[] content) {
    EncryptedHeader header = EncryptedHeader.decode(content, file);
    if (content.length < LEAST_BYTES) {
      throw EncryptedHeader.damaged(file);
    }
    try {
      return key(header).decrypt(header, content);
    } catch (AEADBadTagException e) {
      throw EncryptedHeader.damaged(file);
    }
  }

  private DerivedKey key(EncryptedHeader header) {
    DerivedKey key =
        known != null && known.isFor(header) ? known : derive(header.cost(), header.salt(), false);
    if (!key.opens(header)) {
      throw Unusable.because(
          "The passphrase is not that of the file " + file + ".",
          "Give the one that the file was made with.");
    }
    known = key;
    return key;
  }

  @Override
  public void replace(byte[] clear) {
    DerivedKey key = file.read()
        .map(content -> key(EncryptedHeader.decode(content, file)))
        .orElseGet(() -> derive(cost, random(EncryptedHeader.SALT_BYTES), true));
    known = key;
    file.write(key.encrypt(key.header(random(EncryptedHeader.NONCE_BYTES)), clear));
  }

  private DerivedKey derive(ScryptCost at, byte[] salt, boolean isNew) {
    byte[] phrase = passphrase.read(file.path(), isNew);
    try {
      return DerivedKey.of(phrase, at, salt);
    } finally {
      Arrays.fill(phrase, (byte) 0);
    }
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String description() {
    return "the encrypted file " + file;
  }
}
