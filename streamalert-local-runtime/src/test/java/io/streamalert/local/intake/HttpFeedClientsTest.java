package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.intake.ScriptedContext.Handed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders that are broken, hasty or many. */
class HttpFeedClientsTest {

  private static final String REQUEST = RawClient.post(1) + "x";

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake")
          .limits(
              HttpLimits.builder().maxConnections(3).maxBytesInFlight(100_000).build()),
      context);

  @AfterEach
  void stop() {
    feed.close();
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
  void aConnectionMoreWaitsUntilOneIsClosed() throws Exception {
    try (RawClient first = feed.connect();
        RawClient second = feed.connect();
        RawClient third = feed.connect();
        RawClient fourth = feed.connect()) {
      fourth.send(REQUEST);
      second.send(REQUEST).answer();
      third.send(REQUEST).answer();
      first.hangUp();
      assertThat(fourth.answer()).startsWith("HTTP/1.1 200 ");
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
