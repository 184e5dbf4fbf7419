package io.streamalert.outputs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes addresses below the URL of a service. */
final class Urls {

  private Urls() {}

  /** A text as one segment of a path, or as one value of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A path below a base, which keeps its own path and may end with a slash. */
  static URI below(URI base, String path) {
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }
}
