package io.streamalert.local.intake;

import io.streamalert.feed.FeedBatch;
import io.streamalert.feed.FeedContext;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.record.FieldValue;
import io.streamalert.record.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes logs for one run of a feed: each request becomes one batch, and is answered when that is stored. */
final class Intake implements Endpoint {

  private final HttpFeed feed;
  private final Tokens tokens;
  private final Submission submission;
  private volatile boolean failed;

  Intake(HttpFeed feed, Tokens tokens, FeedContext context) {
    this.feed = feed;
    this.tokens = tokens;
    this.submission = new Submission(context);
  }

  /** Whether a batch could not be stored, so that none will be before the feed runs again. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public Taker begin(HttpHead head) throws RefusedRequest {
    if (!LogRequest.isPath(head.path())) {
      throw LogRequest.notFound("There is nothing here; logs go to " + LogRequest.PATH);
    }
    if (!head.method().equals("POST")) {
      throw new RefusedRequest(
          HttpAnswer.error(HttpAnswer.METHOD_NOT_ALLOWED, "Logs are sent with POST")
              .with("Allow", "POST"));
    }
    if (!tokens.allow(head.first("Authorization"))) {
      throw new RefusedRequest(HttpAnswer.error(
              HttpAnswer.UNAUTHORIZED,
              "Send Authorization: Bearer with a token that this server knows")
          .with("WWW-Authenticate", "Bearer"));
    }
    return taker(LogRequest.of(head, feed.defaultSource()));
  }

  private Taker taker(LogRequest request) throws RefusedRequest {
    if (!feed.takes(request.source())) {
      throw LogRequest.notFound("Logs of " + request.source() + " are not taken here");
    }
    if (failed) {
      throw new RefusedRequest(notStored());
    }
    return body -> take(request, body);
  }

  private CompletionStage<HttpAnswer> take(LogRequest request, HttpBody body)
      throws RefusedRequest {
    FeedBatch batch = batch(request, request.gzip() ? Gunzip.decompress(body) : body);
    if (batch.logs().isEmpty() && batch.blankLines() == 0) {
      return CompletableFuture.completedStage(taken(batch, Map.of()));
    }
    return submission
        .submit(batch)
        .thenApply(receipt -> answer(batch, receipt))
        .exceptionally(error -> failure());
  }

  private FeedBatch batch(LogRequest request, HttpBody body) throws RefusedRequest {
    String source = request.source().toString();
    String key = request.key().orElseGet(() -> UUID.randomUUID().toString());
    Position position = Position.of("http", feed.name(), source, key);
    BodyCutter cutter =
        new BodyCutter(request.source(), position, body, feed.settings().maxDepth());
    cutter.cut(request.json());
    FeedBatch.Builder batch =
        FeedBatch.builder().logs(cutter.logs()).blankLines(cutter.blankLines());
    // A key has no space, so the parts cannot be confused.
    request.key().ifPresent(given -> batch.key(feed.name() + " " + source + " " + given));
    return batch.build();
  }

  private static HttpAnswer answer(FeedBatch batch, Optional<FeedReceipt> receipt) {
    return receipt
        .map(stored ->
            taken(batch, Map.of("commit", stored.commitNumber(), "repeated", stored.repeated())))
        .orElseGet(
            () -> HttpAnswer.busy("Other logs have to be stored first: send it again later"));
  }

  private HttpAnswer failure() {
    failed = true;
    return notStored();
  }

  private static HttpAnswer taken(FeedBatch batch, Map<String, Object> stored) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("logs", batch.logs().size());
    body.put("blank_lines", batch.blankLines());
    body.putAll(stored);
    return HttpAnswer.ok(FieldValue.of(body));
  }

  private static HttpAnswer notStored() {
    return HttpAnswer.unavailable(
        "The logs could not be stored, or perhaps not: send them again with the same Idempotency-Key");
  }
}
