package io.streamalert.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryRequestTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final LogRecord record = LogRecord.builder(
          LogType.of("osquery:status"), FieldValue.of(Map.of("name", "hunter2")))
      .build();
  private final Alert alert = Alert.builder("a_rule", record, Instant.EPOCH).build();
  private final Publication publication = Publication.of(Map.of("name", "hunter2"));

  @Test
  void holdsWhatWasSet() {
    DeliveryRequest request = request()
        .attempt(3)
        .previousReferences(key -> Optional.of("SEC-" + key))
        .build();

    assertThat(request.alert()).isSameAs(alert);
    assertThat(request.publication()).isSameAs(publication);
    assertThat(request.attempt()).isEqualTo(3);
    assertThat(request.idempotencyKey()).isEqualTo("key");
    assertThat(request.deadline()).isEqualTo(NOON);
    assertThat(request.previousReference("a_rule")).contains("SEC-a_rule");
    assertThat(request.toString()).contains(alert.id().toString()).doesNotContain("hunter2");
  }

  @Test
  void firstAttemptWithoutMemoryIsTheDefault() {
    DeliveryRequest request = request().build();

    assertThat(request.attempt()).isEqualTo(1);
    assertThat(request.previousReference("a_rule")).isEmpty();
  }

  @Test
  void timeLeftIsNeverNegative() {
    DeliveryRequest request = request().build();

    assertThat(request.timeLeft(NOON.minusSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    assertThat(request.timeLeft(NOON)).isZero();
    assertThat(request.timeLeft(NOON.plusSeconds(3))).isZero();
  }

  @Test
  void keyAndDeadlineHaveNoDefault() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> DeliveryRequest.builder(alert, publication).deadline(NOON).build())
        .withMessageContaining("idempotencyKey");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            DeliveryRequest.builder(alert, publication).idempotencyKey("key").build())
        .withMessageContaining("deadline");
  }

  @Test
  void wrongPartsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> request().attempt(0));
    assertThatIllegalArgumentException().isThrownBy(() -> request().idempotencyKey(" "));
  }

  private DeliveryRequest.Builder request() {
    return DeliveryRequest.builder(alert, publication).idempotencyKey("key").deadline(NOON);
  }
}
