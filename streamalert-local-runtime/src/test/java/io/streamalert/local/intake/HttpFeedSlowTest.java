package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.intake.Deadlines.Deadline;
import io.streamalert.local.intake.ScriptedContext.Handed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that are slow. */
class HttpFeedSlowTest {

  private static final Duration HEAD = Duration.ofSeconds(41);
  private static final Duration BODY = Duration.ofSeconds(42);
  private static final String REQUEST = RawClient.post(1) + "x";

  private final ScriptedContext context = new ScriptedContext();
  private final Deadlines deadlines = new Deadlines();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake")
          .deadlines(deadlines)
          .limits(HttpLimits.builder().headTimeout(HEAD).bodyTimeout(BODY).build()),
      context);

  @AfterEach
  void stop() {
    feed.close();
  }

  private Deadline next(Duration time) throws InterruptedException {
    Deadline next = deadlines.next();
    assertThat(next.millis()).isEqualTo(time.toMillis());
    return next;
  }

  @Test
  void oneThatSaysNothingIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(next(HEAD).pass()).isTrue();
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aHeadThatDoesNotEndIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      client.send("POST /v1/logs/http/edge HTTP/1.1\r\nHost: x\r\n");
      assertThat(next(HEAD).pass()).isTrue();
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aSecondHeadThatDoesNotEndIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.send(REQUEST).answer()).startsWith("HTTP/1.1 200 ");
      Deadline head = next(HEAD);
      Deadline body = next(BODY);
      client.send("POST /v1/lo");
      assertThat(next(HEAD).pass()).isTrue();
      assertThat(client.rest()).isEmpty();
      assertThat(head.pass()).isFalse();
      assertThat(body.pass()).isFalse();
    }
  }

  @Test
  void aBodyThatDoesNotEndIsAnsweredAndCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      client.send(RawClient.post(10) + "12345");
      Deadline head = next(HEAD);
      assertThat(next(BODY).pass()).isTrue();
      assertThat(client.rest())
          .startsWith("HTTP/1.1 408 ")
          .contains("Connection: close")
          .contains("42 seconds")
          .endsWith("}\n");
      assertThat(head.pass()).isFalse();
    }
    assertThat(context.waiting()).isZero();
  }

  @Test
  void noDeadlineCountsWhileALogIsStored() throws Exception {
    context.holdBack();
    try (RawClient client = feed.connect()) {
      client.send(REQUEST);
      Handed batch = context.next();
      assertThat(next(HEAD).pass()).isFalse();
      assertThat(next(BODY).pass()).isFalse();
      context.store(batch);
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
  }
}
