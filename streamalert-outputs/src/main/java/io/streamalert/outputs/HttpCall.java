package io.streamalert.outputs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to a service.
 *
 * @param method the method, such as {@code POST}
 * @param uri where to; may hold a secret
 * @param headers headers by name; may hold secrets
 * @param body the body, UTF-8 is made of it; empty for none
 * @param reads whether it only asks for something, so that nothing is told by it
 */
record HttpCall(String method, URI uri, Map<String, String> headers, String body, boolean reads) {

  private static final String JSON = "application/json; charset=utf-8";

  static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, Map.of(), "", true);
  }

  static HttpCall postJson(URI uri, String json) {
    return withJson("POST", uri, json);
  }

  static HttpCall putJson(URI uri, String json) {
    return withJson("PUT", uri, json);
  }

  private static HttpCall withJson(String method, URI uri, String json) {
    return new HttpCall(method, uri, Map.of("Content-Type", JSON), json, false);
  }

  HttpCall header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpCall(method, uri, more, body, reads);
  }

  /** In the name of a user. */
  HttpCall basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The same, though its method does not say that it only asks for something. */
  HttpCall asQuestion() {
    return new HttpCall(method, uri, headers, body, true);
  }

  /** {@return the method; all else may hold secrets or values of records} */
  @Override
  public String toString() {
    return "HttpCall[" + method + "]";
  }
}
