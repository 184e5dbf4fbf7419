package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.intake.ScriptedContext.Handed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that are slow. */
class HttpFeedSlowTest {

  private static final Duration HEAD = Duration.ofSeconds(1);
  private static final Duration BODY = Duration.ofMillis(500);
  private static final String REQUEST = RawClient.post(1) + "x";

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake")
          .limits(HttpLimits.builder().headTimeout(HEAD).bodyTimeout(BODY).build()),
      context);

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void oneThatSaysNothingIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aHeadThatDoesNotEndIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.send("POST /v1/logs/http/edge HTTP/1.1\r\nHost: x\r\n").rest())
          .isEmpty();
    }
  }

  @Test
  void aSecondHeadThatDoesNotEndIsCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.send(REQUEST).answer()).startsWith("HTTP/1.1 200 ");
      assertThat(client.send("POST /v1/lo").rest()).isEmpty();
    }
  }

  @Test
  void aBodyThatDoesNotEndIsAnsweredAndCutOff() throws Exception {
    try (RawClient client = feed.connect()) {
      assertThat(client.send(RawClient.post(10) + "12345").rest())
          .startsWith("HTTP/1.1 408 ")
          .contains("Connection: close")
          .endsWith("}\n");
    }
    assertThat(context.waiting()).isZero();
  }

  @Test
  void aCommitMayTakeLongerThanAnyTimeout() throws Exception {
    context.holdBack();
    try (RawClient client = feed.connect()) {
      client.send(REQUEST);
      Handed batch = context.next();
      // Longer than a connection may be idle.
      for (int i = 0; i < 4; i++) {
        try (RawClient slow = feed.connect()) {
          assertThat(slow.send(RawClient.post(2) + "x").rest()).startsWith("HTTP/1.1 408 ");
        }
      }
      context.store(batch);
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
  }
}
