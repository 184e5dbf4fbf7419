package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingTest implements OutputDispatcher {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Delivery SOON = Delivery.retryAfter(Duration.ofSeconds(5), "not yet");

  private final Deque<Delivery> answers = new ArrayDeque<>();
  private final List<DeliveryRequest> requests = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  public OutputId id() {
    return OutputId.of("a", "b");
  }

  @Override
  public Delivery dispatch(DeliveryRequest request) {
    requests.add(request);
    return answers.remove();
  }

  private Delivery send(Delivery... outcomes) {
    answers.addAll(List.of(outcomes));
    Alert alert = TestAlert.of(id(), NOW);
    return new Sending(Clock.fixed(NOW, ZoneOffset.UTC), pauses::add)
        .send(alert, Publication.of(alert.toFields()), this);
  }

  @Test
  void whatIsToBeRepeatedSoonIsRepeated() {
    assertThat(send(SOON, SOON, Delivery.delivered("it"))).isEqualTo(Delivery.delivered("it"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(requests).extracting(DeliveryRequest::attempt).containsExactly(1, 2, 3);
    assertThat(requests)
        .extracting(DeliveryRequest::idempotencyKey)
        .containsOnly(requests.get(0).alert().id() + ":a:b");
    assertThat(requests).extracting(DeliveryRequest::deadline).containsOnly(NOW.plusSeconds(30));
  }

  @Test
  void fiveAttemptsAreEnough() {
    assertThat(send(SOON, SOON, SOON, SOON, SOON)).isEqualTo(SOON);
    assertThat(pauses).hasSize(4);
  }

  @Test
  void nothingElseIsRepeated() {
    List<Delivery> last = List.of(
        Delivery.delivered(),
        Delivery.rejected("no"),
        Delivery.unknown("perhaps"),
        Delivery.retryAfter(Duration.ZERO, "no connection"),
        Delivery.retryAfter(Duration.ofMinutes(5), "credentials"));

    assertThat(last).allSatisfy(delivery -> assertThat(send(delivery)).isEqualTo(delivery));
    assertThat(pauses).isEmpty();
  }

  @Test
  void eachOutcomeIsPutIntoWords() {
    assertThat(DeliveryText.of(Delivery.delivered("it\u001b")))
        .isEqualTo("delivered, as it\\u001b.");
    assertThat(DeliveryText.of(Delivery.rejected("No."))).isEqualTo("rejected. No.");
    assertThat(DeliveryText.of(Delivery.unknown("Lost.")))
        .isEqualTo("nobody knows whether it was delivered. Lost.");
    assertThat(DeliveryText.of(Delivery.retryAfter(Duration.ZERO, "Away.")))
        .isEqualTo("not delivered. Away.");
    assertThat(DeliveryText.of(SOON))
        .isEqualTo("not delivered. not yet Can be tried again in 5 seconds.");
  }
}
