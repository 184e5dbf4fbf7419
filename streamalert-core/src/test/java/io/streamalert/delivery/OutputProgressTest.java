package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.output.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutputProgressTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final OutputProgress FRESH = OutputProgress.pending(0, NOON);

  @Test
  void everyOutcomeMovesOn() {
    assertThat(FRESH.after(Delivery.delivered(), NOON)).isEqualTo(OutputProgress.sent(1));
    assertThat(FRESH.after(Delivery.delivered("SEC-1"), NOON))
        .isEqualTo(OutputProgress.sent(1, "SEC-1"));
    assertThat(FRESH.after(Delivery.rejected("why"), NOON))
        .isEqualTo(OutputProgress.parked(1, "why"));
    assertThat(FRESH.after(Delivery.unknown("why"), NOON))
        .isEqualTo(OutputProgress.pending(1, NOON));
    assertThat(FRESH.after(Delivery.retryAfter(Duration.ofSeconds(9), "why"), NOON))
        .isEqualTo(OutputProgress.pending(1, NOON.plusSeconds(9)));
  }

  @Test
  void sentStaysSentWithItsFirstReference() {
    OutputProgress sent = OutputProgress.sent(1, "SEC-1");

    assertThat(sent.after(Delivery.delivered("SEC-2"), NOON))
        .isEqualTo(OutputProgress.sent(2, "SEC-1"));
    assertThat(sent.after(Delivery.rejected("late"), NOON))
        .isEqualTo(OutputProgress.sent(2, "SEC-1"));
    assertThat(sent.after(Delivery.unknown("late"), NOON))
        .isEqualTo(OutputProgress.sent(2, "SEC-1"));
    assertThat(OutputProgress.sent(1).after(Delivery.delivered("SEC-2"), NOON))
        .isEqualTo(OutputProgress.sent(2, "SEC-2"));
    assertThat(OutputProgress.sent(1).after(Delivery.retryAfter(Duration.ZERO, "late"), NOON))
        .isEqualTo(OutputProgress.sent(2));
  }

  @Test
  void parkedCanStillBeDelivered() {
    assertThat(OutputProgress.parked(1, "why").after(Delivery.delivered(), NOON))
        .isEqualTo(OutputProgress.sent(2));
  }

  @Test
  void eachKindShowsItsOwnPartsOnly() {
    OutputProgress sent = OutputProgress.sent(2, "SEC-1");
    OutputProgress parked = OutputProgress.parked(3, "why");

    assertThat(FRESH.isPending()).isTrue();
    assertThat(FRESH.nextAttempt()).contains(NOON);
    assertThat(FRESH.reference()).isEmpty();
    assertThat(sent.isSent()).isTrue();
    assertThat(sent.reference()).contains("SEC-1");
    assertThat(sent.rejection()).isEmpty();
    assertThat(sent.nextAttempt()).isEmpty();
    assertThat(parked.isParked()).isTrue();
    assertThat(parked.attempts()).isEqualTo(3);
    assertThat(parked.rejection()).contains("why");
    assertThat(parked.reference()).isEmpty();
    assertThat(parked).hasToString("OutputProgress[PARKED, attempts=3, why]");
    assertThat(FRESH)
        .hasToString("OutputProgress[PENDING, attempts=0, nextAttempt=2026-01-01T12:00:00Z]");
  }

  @Test
  void attemptsAreNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> OutputProgress.sent(-1));
  }

  @Test
  void waitingCountsNoAttempt() {
    assertThat(FRESH.notBefore(NOON.plusSeconds(60)))
        .isEqualTo(OutputProgress.pending(0, NOON.plusSeconds(60)));
    assertThat(FRESH.notBefore(NOON.minusSeconds(60))).isEqualTo(FRESH);
    assertThat(OutputProgress.sent(1).notBefore(NOON)).isEqualTo(OutputProgress.sent(1));
    assertThat(OutputProgress.parked(1, "why").notBefore(NOON))
        .isEqualTo(OutputProgress.parked(1, "why"));
  }
}
