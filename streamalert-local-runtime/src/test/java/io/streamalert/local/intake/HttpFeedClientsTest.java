package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.intake.ScriptedContext.Handed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that are slow, broken, hasty or many. */
class HttpFeedClientsTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String REQUEST = RawClient.post(1) + "x";

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake")
          .limits(HttpLimits.builder()
              .headTimeout(SHORT)
              .bodyTimeout(SHORT)
              .maxConnections(3)
              .maxBytesInFlight(100_000)
              .build()),
      context);

  @AfterEach
  void stop() throws InterruptedException {
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
      assertThat(client.send("POST /v1/logs/http/edge HTTP/1.1\r\nHost: x\r\n").rest()).isEmpty();
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
  void oneThatIsGoneInTheMiddleDisturbsNobody() throws Exception {
    try (RawClient client = feed.connect()) {
      client.send(RawClient.post(10) + "12345").cut();
    }
    try (RawClient client = feed.connect()) {
      assertThat(client.send(REQUEST).answer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(context.next().batch().bytes()).isEqualTo(1);
    assertThat(context.waiting()).isZero();
  }

  @Test
  void whatOneSentThatIsGoneNowIsStored() throws Exception {
    context.holdBack();
    try (RawClient client = feed.connect()) {
      client.send(REQUEST);
      Handed batch = context.next();
      client.cut();
      context.store(batch);
    }
    try (RawClient client = feed.connect()) {
      client.send(REQUEST);
      context.store(context.next());
      assertThat(client.answer()).contains("\"commit\":2");
    }
  }

  @Test
  void requestsMayComeBeforeTheAnswers() throws Exception {
    try (RawClient client = feed.connect()) {
      client.send(REQUEST + REQUEST + RawClient.post(2) + "yz");
      assertThat(client.answer()).contains("\"commit\":1");
      assertThat(client.answer()).contains("\"commit\":2");
      assertThat(client.answer()).contains("\"commit\":3");
    }
  }

  @Test
  void aCommitMayTakeLongerThanAnyTimeout() throws Exception {
    context.holdBack();
    try (RawClient client = feed.connect()) {
      client.send(REQUEST);
      Handed batch = context.next();
      for (int i = 0; i < 6; i++) {
        // Until another one is cut off, that is a timeout each.
        try (RawClient silent = feed.connect()) {
          assertThat(silent.rest()).isEmpty();
        }
      }
      context.store(batch);
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aConnectionMoreWaitsUntilOneIsClosed() throws Exception {
    try (RawClient first = feed.connect();
        RawClient second = feed.connect();
        RawClient third = feed.connect();
        RawClient fourth = feed.connect()) {
      fourth.send(REQUEST);
      first.close();
      assertThat(fourth.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(second.rest()).isEmpty();
      assertThat(third.rest()).isEmpty();
    }
  }

  @Test
  void bodiesShareTheirRoom() throws Exception {
    context.holdBack();
    String large = RawClient.post(60_000) + "x".repeat(60_000);
    try (RawClient first = feed.connect();
        RawClient second = feed.connect()) {
      first.send(large);
      Handed batch = context.next();
      assertThat(second.send(large).answer())
          .startsWith("HTTP/1.1 429 ")
          .contains("Retry-After: 1");
      context.store(batch);
      assertThat(first.answer()).startsWith("HTTP/1.1 200 ");
      first.send(large);
      context.store(context.next());
      assertThat(first.answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void oneThatAsksFirstIsToldToGoOn() throws Exception {
    try (RawClient client = feed.connect()) {
      client.send(RawClient.post(1, "Expect: 100-continue"));
      assertThat(client.answer()).startsWith("HTTP/1.1 100 ");
      assertThat(client.send("x").answer()).startsWith("HTTP/1.1 200 ");
    }
  }
}
