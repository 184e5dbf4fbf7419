package io.streamalert.local.intake;

import io.streamalert.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that senders may show. Only their hashes are kept, and comparing takes as long for a wrong token as for a
 * right one. Immutable and thread-safe.
 */
final class Tokens {

  private static final String SCHEME = "Bearer ";

  private final List<byte[]> hashes;

  private Tokens(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /**
   * Reads the tokens.
   *
   * @throws IllegalStateException if one is not there, or is blank
   */
  static Tokens reveal(Collection<Secret> secrets) {
    return new Tokens(secrets.stream().map(Tokens::hash).toList());
  }

  private static byte[] hash(Secret secret) {
    String token = secret.reveal().strip();
    if (token.isEmpty()) {
      throw new IllegalStateException("The secret \"" + secret.name()
          + "\" is blank, so it cannot be a token: give it a value");
    }
    return hash(token);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Whether a request may go on: if there are no tokens at all, or it shows one of them.
   *
   * @param authorization the value of its {@code Authorization} header
   */
  boolean allow(Optional<String> authorization) {
    return hashes.isEmpty() || authorization.filter(this::isToken).isPresent();
  }

  private boolean isToken(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] shown = hash(authorization.substring(SCHEME.length()).strip());
    boolean known = false;
    for (byte[] hash : hashes) {
      known |= MessageDigest.isEqual(hash, shown);
    }
    return known;
  }
}
