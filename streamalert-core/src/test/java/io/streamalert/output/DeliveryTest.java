package io.streamalert.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void foldTreatsEveryOutcome() {
    assertThat(inWords(Delivery.delivered())).isEqualTo("delivered Optional.empty");
    assertThat(inWords(Delivery.delivered("SEC-1"))).isEqualTo("delivered Optional[SEC-1]");
    assertThat(inWords(Delivery.retryAfter(Duration.ofSeconds(30), "busy")))
        .isEqualTo("retry PT30S busy");
    assertThat(inWords(Delivery.rejected("too large"))).isEqualTo("rejected too large");
    assertThat(inWords(Delivery.unknown("no answer"))).isEqualTo("unknown no answer");
  }

  @Test
  void emptyReferenceIsNone() {
    assertThat(Delivery.delivered("")).isEqualTo(Delivery.delivered());
  }

  @Test
  void everyFailureHasAReason() {
    assertThatIllegalArgumentException().isThrownBy(() -> Delivery.retryAfter(Duration.ZERO, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> Delivery.rejected(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Delivery.unknown("\n"));
  }

  @Test
  void longReasonsAreCut() {
    assertThat(Delivery.rejected("x".repeat(5_000)))
        .isEqualTo(Delivery.rejected("x".repeat(1_000)));
  }

  @Test
  void delaysAreNotNegativeAndCutToAMonth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delivery.retryAfter(Duration.ofMillis(-1), "busy"))
        .withMessageContaining("negative");
    assertThat(Delivery.retryAfter(Duration.ofSeconds(Long.MAX_VALUE), "busy"))
        .isEqualTo(Delivery.retryAfter(Duration.ofDays(30), "busy"));
  }

  private static String inWords(Delivery delivery) {
    return delivery.fold(
        delivered -> "delivered " + delivered.reference(),
        retry -> "retry " + retry.delay() + " " + retry.reason(),
        rejected -> "rejected " + rejected.reason(),
        unknown -> "unknown " + unknown.reason());
  }

  @Test
  void aReferenceIsFiledUnderAGroupOnly() {
    assertThat(Delivery.delivered("SEC-1", "a_rule"))
        .isEqualTo(new Delivery.Delivered(Optional.of("SEC-1"), Optional.of("a_rule")))
        .isNotEqualTo(Delivery.delivered("SEC-1"));
    assertThat(Delivery.delivered("", "a_rule")).isEqualTo(Delivery.delivered());
    assertThatIllegalArgumentException().isThrownBy(() -> Delivery.delivered("SEC-1", ""));
  }
}
