package com.example.embedded;

import com.sun.net.httpserver.Headers;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cuts a request body into raw logs. */
final class Body {

  private static final LogSource SOURCE = LogSource.of("http", "logs");
  private static final int MAX_DEPTH = 1000;

  private Body() {}

  /**
   * One raw log if the whole body is a JSON document, else one for each line that is not blank.
   *
   * @param requestId names the request, so that the ids of alerts follow from it
   */
  static List<RawLog> split(byte[] body, String requestId) {
    Position request = Position.of("http", requestId);
    RawLog whole = RawLog.of(SOURCE, request.then(0), body);
    if (new JsonReader(MAX_DEPTH).read(whole).isPresent()) {
      return List.of(whole);
    }
    List<RawLog> logs = new ArrayList<>();
    int start = 0;
    for (int line = 0; start < body.length; line++) {
      int end = endOfLine(body, start);
      if (!new String(body, start, end - start, StandardCharsets.ISO_8859_1).isBlank()) {
        logs.add(RawLog.of(SOURCE, request.then(line), body, start, end - start));
      }
      start = end + 1;
    }
    return logs;
  }

  private static int endOfLine(byte[] body, int start) {
    int end = start;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  /** A request that is repeated with its {@code Idempotency-Key} gives alerts of the same ids. */
  static String requestId(Headers headers) {
    return Optional.ofNullable(headers.getFirst("Idempotency-Key"))
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
