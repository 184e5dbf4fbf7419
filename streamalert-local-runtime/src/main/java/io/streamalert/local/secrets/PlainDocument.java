package io.streamalert.local.secrets;

import java.util.Optional;

/** A document that is kept in clear. */
record PlainDocument(PrivateFile file) implements SecretDocument {

  @Override
  public Optional<byte[]> read() {
    return file.read();
  }

  @Override
  public void replace(byte[] clear) {
    file.write(clear);
  }

  @Override
  public String description() {
    return "the file " + file;
  }
}
