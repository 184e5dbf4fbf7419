package io.streamalert.local.intake;

import io.streamalert.record.LogSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the head of a request to take logs says.
 *
 * @param source what its logs count as
 * @param key the key that the sender gives it; empty if it is never sent again
 * @param json whether the body is JSON, so that it is a mistake if it is not
 * @param gzip whether the body is compressed
 */
record LogRequest(LogSource source, Optional<String> key, boolean json, boolean gzip) {

  /** Where logs are sent to; a service and a resource follow. */
  static final String PATH = "/v1/logs";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Set<String> LINES = Set.of(
      "application/x-ndjson",
      "application/ndjson",
      "application/jsonl",
      "application/x-jsonlines",
      "application/octet-stream");
  private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

  /** Whether a path is one that logs are sent to. */
  static boolean isPath(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /** Reads a head, whose path is one that logs are sent to. */
  static LogRequest of(HttpHead head, Optional<LogSource> defaultSource) throws RefusedRequest {
    boolean json = isJson(head.first("Content-Type"));
    return new LogRequest(source(head.path(), defaultSource), key(head), json, isGzip(head));
  }

  private static LogSource source(String path, Optional<LogSource> defaultSource)
      throws RefusedRequest {
    String rest = path.substring(Math.min(path.length(), PATH.length() + 1));
    if (rest.chars().anyMatch(Character::isISOControl)) {
      throw RefusedRequest.bad("The path holds a control character");
    }
    int slash = rest.indexOf('/');
    if (rest.isEmpty() && defaultSource.isPresent()) {
      return defaultSource.get();
    }
    try {
      return LogSource.of(rest.substring(0, Math.max(0, slash)), rest.substring(slash + 1));
    } catch (IllegalArgumentException e) {
      throw notFound("The path is " + PATH + "/SERVICE/RESOURCE, such as " + PATH + "/http/edge");
    }
  }

  /** That nothing is there. */
  static RefusedRequest notFound(String problem) {
    return new RefusedRequest(HttpAnswer.error(HttpAnswer.NOT_FOUND, problem));
  }

  private static Optional<String> key(HttpHead head) throws RefusedRequest {
    List<String> keys = head.all("Idempotency-Key");
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String key = unquoted(keys.get(0));
    if (keys.size() > 1 || !KEY.matcher(key).matches()) {
      throw RefusedRequest.bad(
          "Idempotency-Key must be there once, with 1 to 255 visible ASCII characters and no space");
    }
    return Optional.of(key);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static boolean isJson(Optional<String> contentType) throws RefusedRequest {
    String[] parts = contentType.orElse("text/plain").toLowerCase(Locale.ROOT).split(";", -1);
    String type = parts[0].strip();
    boolean json = type.equals("application/json") || type.endsWith("+json");
    if (!json && !type.startsWith("text/") && !LINES.contains(type)) {
      throw unsupported("Content-Type must be application/json for JSON, application/x-ndjson for "
          + "JSON Lines, or text/plain for other lines");
    }
    for (int i = 1; i < parts.length; i++) {
      checkCharset(parts[i].strip());
    }
    return json;
  }

  private static void checkCharset(String parameter) throws RefusedRequest {
    String name = "charset=";
    if (parameter.startsWith(name)
        && !CHARSETS.contains(unquoted(parameter.substring(name.length())))) {
      throw unsupported("The charset of Content-Type must be utf-8: send the body in UTF-8");
    }
  }

  private static boolean isGzip(HttpHead head) throws RefusedRequest {
    String encoding = String.join(",", head.all("Content-Encoding")).toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default ->
        throw new RefusedRequest(HttpAnswer.error(
                HttpAnswer.UNSUPPORTED_TYPE, "Content-Encoding must be gzip, or not be there")
            .with("Accept-Encoding", "gzip"));
    };
  }

  private static RefusedRequest unsupported(String problem) {
    return new RefusedRequest(HttpAnswer.error(HttpAnswer.UNSUPPORTED_TYPE, problem));
  }
}
