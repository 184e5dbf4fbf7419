package io.streamalert.outputs;

import org.jspecify.annotations.Nullable;

/** The client that all outputs of a provider share, made with the first of them. Thread-safe. */
final class SharedHttp {

  private @Nullable Http http;

  synchronized Http get() {
    if (http == null) {
      http = Http.fromEnvironment();
    }
    return http;
  }
}
