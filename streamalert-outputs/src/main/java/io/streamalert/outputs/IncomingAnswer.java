package io.streamalert.outputs;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer while it comes, so that its status counts even where the body is cut off. Keeps
 * the beginning of the body only.
 */
final class IncomingAnswer implements BodyHandler<Void> {

  private final int limit;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private @Nullable HttpHeaders headers;

  IncomingAnswer(int limit) {
    this.limit = limit;
  }

  @Override
  public synchronized BodySubscriber<Void> apply(ResponseInfo head) {
    status = head.statusCode();
    headers = head.headers();
    return BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(this::take));
  }

  private synchronized void take(byte[] part) {
    body.write(part, 0, Math.min(part.length, limit - body.size()));
  }

  /** What has come; empty before the head of the answer. */
  synchronized Optional<HttpAnswer> soFar() {
    return Optional.ofNullable(headers)
        .map(known -> new HttpAnswer(status, known, body.toString(StandardCharsets.UTF_8)));
  }
}
