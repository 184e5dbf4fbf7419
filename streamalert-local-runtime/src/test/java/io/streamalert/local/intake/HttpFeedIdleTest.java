package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.intake.ScriptedContext.Handed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections on which nothing happens, by the clock of the machine. */
class HttpFeedIdleTest {

  private static final Duration BODY = Duration.ofMillis(500);

  private final ScriptedContext context = new ScriptedContext();
  private final RunningFeed feed = RunningFeed.run(
      HttpFeed.builder("intake").limits(HttpLimits.builder().bodyTimeout(BODY).build()), context);

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void aCommitMayTakeLongerThanAConnectionMayBeIdle() throws Exception {
    context.holdBack();
    try (RawClient client = feed.connect()) {
      client.send(RawClient.post(1) + "x");
      Handed batch = context.next();
      // Each takes as long as a body may, together longer than a connection may be idle.
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
