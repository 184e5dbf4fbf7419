package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param status the status, such as 200
 * @param headers the headers
 * @param body the body as text, without what is beyond the limit or did not come in time. It may
 *     repeat what was sent, so nothing of it may stand in a reason
 */
record HttpAnswer(int status, HttpHeaders headers, String body) {

  boolean isSuccess() {
    return status >= 200 && status <= 299;
  }

  /** The body as JSON; missing if it is something else, or only the beginning came. */
  FieldValue json() {
    return new JsonReader().read(body).orElse(FieldValue.missing());
  }

  /** {@return the status alone} */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + "]";
  }
}
