package io.streamalert.local.secrets;

import java.util.Optional;

/** Keeps one document of all secrets. Implementations are used by one thread at a time. */
interface SecretDocument {

  /** The document in clear, to be overwritten by the caller; empty if there is none. */
  Optional<byte[]> read();

  /** Replaces the document; the caller overwrites the bytes afterwards. */
  void replace(byte[] clear);

  /** Says where it is, as a noun phrase. */
  String description();
}
