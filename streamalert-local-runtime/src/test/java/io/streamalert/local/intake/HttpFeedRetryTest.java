package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.local.intake.ScriptedContext.Handed;
import io.streamalert.record.RawLog;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When requests are answered, and what becomes of one that is sent again. */
class HttpFeedRetryTest {

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(HttpFeed.builder("intake"), context);

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void anAnswerWaitsForTheCommit() throws Exception {
    context.holdBack();
    CompletableFuture<HttpResponse<String>> answer = feed.sendLater(keyed("k", "x"));
    Handed batch = context.next();

    assertThat(answer).isNotDone();
    context.store(batch);
    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  @Test
  void aStoredKeyIsKnown() throws Exception {
    feed.send(keyed("k", "x"));
    HttpResponse<String> again = feed.send(keyed("k", "x"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"commit\":1").contains("\"repeated\":true");
    List<RawLog> first = context.next().batch().logs();
    List<RawLog> second = context.next().batch().logs();
    assertThat(first.get(0).position()).isEqualTo(second.get(0).position());
  }

  @Test
  void aKeyBelongsToItsSource() throws Exception {
    feed.send(keyed("k", "x"));
    HttpResponse<String> other =
        feed.send(feed.post("/v1/logs/http/other", "x").header("Idempotency-Key", "k"));

    assertThat(other.body()).contains("\"repeated\":false");
    assertThat(context.next().batch().logs().get(0).position())
        .isNotEqualTo(context.next().batch().logs().get(0).position());
  }

  @Test
  void aKeyOnItsWayIsStoredOnce() throws Exception {
    context.holdBack();
    CompletableFuture<HttpResponse<String>> first = feed.sendLater(keyed("k", "x"));
    Handed batch = context.next();
    CompletableFuture<HttpResponse<String>> second = feed.sendLater(keyed("k", "x"));
    context.store(batch);

    assertThat(first.get().body()).contains("\"commit\":1").contains("\"repeated\":false");
    assertThat(second.get().body()).contains("\"commit\":1").contains("\"repeated\":true");
  }

  @Test
  void withoutRoomItIsToBeSentLater() throws Exception {
    context.full(true);
    HttpResponse<String> refused = feed.send(keyed("k", "x"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");

    context.full(false);
    assertThat(feed.send(keyed("k", "x")).body()).contains("\"repeated\":false");
  }

  @Test
  void afterAFailedCommitTheNextRunTakesItAgain() throws Exception {
    context.holdBack();
    CompletableFuture<HttpResponse<String>> answer = feed.sendLater(keyed("k", "x"));
    context.next().fail();

    assertThat(answer.get().statusCode()).isEqualTo(503);
    assertThat(answer.get().headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.get().body()).doesNotContain("disk");
    assertThatThrownBy(feed::join).hasMessageContaining("could not be stored");

    ScriptedContext next = new ScriptedContext();
    try (RunningFeed again = RunningFeed.runAt(feed.port(), HttpFeed.builder("intake"), next)) {
      assertThat(again.send(keyed("k", "x")).body()).contains("\"repeated\":false");
    }
  }

  private HttpRequest.Builder keyed(String key, String body) {
    return feed.post("/v1/logs/http/edge", body).header("Idempotency-Key", key);
  }
}
