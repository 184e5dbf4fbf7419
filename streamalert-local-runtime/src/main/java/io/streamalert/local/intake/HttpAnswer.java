package io.streamalert.local.intake;

import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status the status code
 * @param headers further headers
 * @param body a JSON object
 */
record HttpAnswer(int status, Map<String, String> headers, FieldValue body) {

  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int TIMEOUT = 408;
  static final int LENGTH_REQUIRED = 411;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int TOO_MANY = 429;
  static final int FAILED = 500;
  static final int UNAVAILABLE = 503;

  /** How many seconds a sender should wait until a batch or two are stored. */
  private static final String SHORT_WAIT = "1";

  /** How many seconds a sender should wait until the feed runs again. */
  private static final String LONG_WAIT = "5";

  /** That all went well. */
  static HttpAnswer ok(FieldValue body) {
    return new HttpAnswer(OK, Map.of(), body);
  }

  /** What is wrong, and how to mend it. */
  static HttpAnswer error(int status, String problem) {
    return new HttpAnswer(status, Map.of(), FieldValue.of(Map.of("error", problem)));
  }

  /** That there is too much at once. */
  static HttpAnswer busy(String problem) {
    return error(TOO_MANY, problem).with("Retry-After", SHORT_WAIT);
  }

  /** That nothing can be taken for now. */
  static HttpAnswer unavailable(String problem) {
    return error(UNAVAILABLE, problem).with("Retry-After", LONG_WAIT);
  }

  /** The same with one more header. */
  HttpAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, Map.copyOf(more), body);
  }
}
