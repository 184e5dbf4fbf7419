package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * What a status other than success means for an attempt: the meaning that RFC 9110 gives it, unless
 * a service says otherwise.
 */
final class HttpStatus {

  /** How long an output is left alone that needs somebody to correct its configuration. */
  static final Duration UNTIL_CORRECTED = Duration.ofMinutes(5);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String SECONDS = "[0-9]{1,9}";

  private HttpStatus() {}

  static Undelivered undelivered(String service, HttpAnswer answer, String word, Instant now) {
    String told =
        service + " answered " + answer.status() + (word.isEmpty() ? "" : " (" + word + ")");
    return switch (answer.status()) {
      case UNAUTHORIZED, FORBIDDEN ->
        Undelivered.unauthorized(Delivery.retryAfter(
            UNTIL_CORRECTED, told + ": it does not accept the credentials. Renew them."));
      case 407 ->
        Undelivered.later(UNTIL_CORRECTED, told + ": the proxy in between wants credentials.");
      case 408, 425, 429 -> Undelivered.later(retryAfter(answer, now), told + ": not now.");
      case 502, 504 ->
        Undelivered.as(Delivery.unknown(told + ": nobody knows whether the alert arrived."));
      default -> other(answer, told, now);
    };
  }

  private static Undelivered other(HttpAnswer answer, String told, Instant now) {
    if (answer.status() >= 500) {
      return Undelivered.later(retryAfter(answer, now), told + ": it is not well.");
    }
    if (answer.status() >= 300 && answer.status() <= 399) {
      return Undelivered.rejected(
          told + ": it sends elsewhere, which is not followed. Correct the URL.");
    }
    return Undelivered.rejected(told + ": it does not take this.");
  }

  /** How long the service wants to be left alone; zero if it does not say. */
  static Duration retryAfter(HttpAnswer answer, Instant now) {
    String value = answer.headers().firstValue("Retry-After").orElse("").strip();
    if (value.matches(SECONDS)) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant then =
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeParseException e) {
      return Duration.ZERO; // Neither of the two forms is as good as nothing.
    }
  }
}
