package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.local.intake.ScriptedContext.Handed;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a feed ends. */
class HttpFeedStopTest {

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(HttpFeed.builder("intake"), context);

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void whatWasTakenIsFinishedAndNothingElse() throws Exception {
    context.holdBack();
    try (RawClient taken = feed.connect();
        RawClient reading = feed.connect();
        RawClient idle = feed.connect()) {
      taken.send(RawClient.post(1) + "x");
      Handed batch = context.next();
      reading.send(RawClient.post(10, "Expect: 100-continue"));
      assertThat(reading.answer()).startsWith("HTTP/1.1 100 ");
      context.stop();

      assertThat(reading.rest()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5");
      assertThat(answerToANewConnection()).doesNotContain(" 200 ");
      assertThat(feed.isOver()).isFalse();

      context.store(batch);
      assertThat(taken.answer()).startsWith("HTTP/1.1 200 ");
      feed.join();
      assertThat(taken.rest()).isEmpty();
      assertThat(idle.rest()).isEmpty();
    }
    assertThat(context.waiting()).isZero();
  }

  /** The system may still let somebody in who is turned away then. */
  private String answerToANewConnection() {
    try (RawClient late = feed.connect()) {
      return late.send(RawClient.post(1) + "x").rest();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aRequestOnAnOldConnectionIsRefusedWhileItStops() throws Exception {
    context.holdBack();
    try (RawClient taken = feed.connect();
        RawClient reading = feed.connect();
        RawClient late = feed.connect()) {
      taken.send(RawClient.post(1) + "x");
      Handed batch = context.next();
      late.send("POST /v1/");
      reading.send(RawClient.post(10, "Expect: 100-continue"));
      reading.answer();
      context.stop();
      reading.rest();

      assertThat(late.send("logs/http/edge HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx")
              .rest())
          .startsWith("HTTP/1.1 503 ");
      context.store(batch);
      feed.join();
    }
  }

  @Test
  void anInterruptEndsItAtOnce() throws Exception {
    context.holdBack();
    try (RawClient taken = feed.connect()) {
      taken.send(RawClient.post(1) + "x");
      context.next();
      feed.interrupt();

      assertThatThrownBy(feed::join).hasCauseInstanceOf(InterruptedException.class);
      assertThat(taken.rest()).isEmpty();
    }
  }

  @Test
  void theSamePortIsFreeAgain() throws Exception {
    int port = feed.port();
    try (RawClient client = feed.connect()) {
      client.send(RawClient.post(1) + "x").answer();
      context.stop();
      feed.join();
    }
    try (RunningFeed again =
        RunningFeed.runAt(port, HttpFeed.builder("intake"), new ScriptedContext())) {
      assertThat(again.port()).isEqualTo(port);
    }
  }
}
