package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.settings.Secret;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * One attempt to deliver one alert: sends requests until its deadline and reads secrets where they
 * are used. Whatever ends the attempt is thrown as {@link Undelivered}. Belongs to one thread.
 */
final class Attempt {

  private final String service;
  private final Http http;
  private final DeliveryRequest request;
  private final Map<Secret, String> revealed = new LinkedHashMap<>();

  Attempt(String service, Http http, DeliveryRequest request) {
    this.service = service;
    this.http = http;
    this.request = request;
  }

  DeliveryRequest request() {
    return request;
  }

  /** The certificates that are trusted, for services that speak TLS, but not HTTP. */
  SSLContext tls() {
    return http.tls();
  }

  /** The present time, by the clock that tells how much time is left. */
  Instant now() {
    return http.clock().instant();
  }

  /** The value of a secret, read once in this attempt. */
  String reveal(Secret secret) throws Undelivered {
    String known = revealed.get(secret);
    if (known != null) {
      return known;
    }
    try {
      String value = secret.reveal();
      revealed.put(secret, value);
      return value;
    } catch (IllegalStateException e) {
      throw Undelivered.later(HttpStatus.UNTIL_CORRECTED, "Supply the secret. " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw Undelivered.later(
          Duration.ZERO, "The secret \"" + secret.name() + "\" cannot be read now.");
    }
  }

  /** A secret that is a URL. */
  URI revealUrl(Secret secret) throws Undelivered {
    return url(reveal(secret), "The value of the secret \"" + secret.name() + "\"");
  }

  /** A place of a service whose URL is a secret, with or without a slash at its end. */
  URI revealUrl(Secret secret, String path) throws Undelivered {
    String base = revealUrl(secret).toString();
    return URI.create(base.substring(0, base.length() - (base.endsWith("/") ? 1 : 0)) + path);
  }

  /** A URL that is fit for secrets and records, or a reason that does not show it. */
  static URI url(String text, String what) throws Undelivered {
    try {
      URI uri = new URI(text.strip());
      if (Http.isSafe(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // It is no URL; the exception shows it, so it ends here.
    }
    throw Undelivered.later(
        HttpStatus.UNTIL_CORRECTED,
        what + " is no URL that begins with https:// and names a host. Correct it.");
  }

  /** Whether one of the secrets that this attempt used has another value by now. */
  boolean hasStaleSecrets() throws Undelivered {
    Attempt again = new Attempt(service, http, request);
    for (Map.Entry<Secret, String> used : revealed.entrySet()) {
      if (!again.reveal(used.getKey()).equals(used.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** Sends a request; the answer may have any status. */
  HttpAnswer send(HttpCall call) throws Undelivered {
    return http.exchange(service, call, timeLeft());
  }

  /** The time until the deadline, which is more than none. */
  Duration timeLeft() throws Undelivered {
    Duration left = request.timeLeft(now());
    if (left.isZero()) {
      throw Undelivered.later(Duration.ZERO, "There was no time left to ask " + service + ".");
    }
    return left;
  }

  /** Sends a request that has to succeed. */
  HttpAnswer succeed(HttpCall call) throws Undelivered {
    HttpAnswer answer = send(call);
    if (answer.isSuccess()) {
      return answer;
    }
    throw undelivered(answer);
  }

  /** What an answer other than success means. */
  Undelivered undelivered(HttpAnswer answer) {
    return undelivered(answer, "");
  }

  /** The same, with a word of the service that is known to be neither secret nor of a record. */
  Undelivered undelivered(HttpAnswer answer, String word) {
    return HttpStatus.undelivered(service, answer, word, now());
  }

  /** Several steps, or one, that deliver an alert. */
  @FunctionalInterface
  interface Steps {
    Delivery deliver(Attempt attempt) throws Undelivered;
  }
}
