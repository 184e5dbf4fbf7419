package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommitTest {

  private static final AlertId FIRST = AlertId.parse("11111111-1111-4111-8111-111111111111");
  private static final AlertId SECOND = AlertId.parse("22222222-2222-4222-8222-222222222222");

  private final LogRecord record = LogRecord.builder(
          LogType.of("osquery:status"), FieldValue.of(Map.of("name", "x")))
      .build();

  @Test
  void commitIsEmptyAtFirst() {
    Commit commit = Commit.builder().build();

    assertThat(commit.alerts()).isEmpty();
    assertThat(commit.deadLetters()).isEmpty();
    assertThat(commit.checkpoints()).isEmpty();
    assertThat(commit.counters()).isEmpty();
    assertThat(commit.historyEnd()).isEmpty();
  }

  @Test
  void firstContentOfAnIdWins() {
    Alert first = alert(FIRST, "first");
    Alert second = alert(SECOND, "second");
    Commit.Builder builder =
        Commit.builder().alerts(List.of(first, second)).alerts(List.of(alert(FIRST, "late")));
    Commit commit = builder.build();
    builder.alerts(List.of(alert(AlertId.parse("33333333-3333-4333-8333-333333333333"), "later")));

    assertThat(commit.alerts()).containsExactly(first, second).isUnmodifiable();
    assertThat(commit.alerts().get(0).ruleName()).isEqualTo("first");
  }

  @Test
  void checkpointsAreReplacedAndCountersAddUp() {
    Commit commit = Commit.builder()
        .checkpoint("files", "1")
        .checkpoint("files", "2")
        .counter("raw_logs", 3)
        .counter("raw_logs", 4)
        .historyEnd(0)
        .build();

    assertThat(commit.checkpoints()).containsExactly(Map.entry("files", "2")).isUnmodifiable();
    assertThat(commit.counters()).containsExactly(Map.entry("raw_logs", 7L)).isUnmodifiable();
    assertThat(commit.historyEnd()).hasValue(0);
    assertThat(commit)
        .hasToString("Commit[alerts=0, deadLetters=0, checkpoints=[files], counters={raw_logs=7}, "
            + "historyEnd=OptionalLong[0]]");
  }

  @Test
  void wrongPartsAreRefused() {
    Commit.Builder builder = Commit.builder().counter("raw_logs", Long.MAX_VALUE);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.counter("raw_logs", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.counter(" ", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.checkpoint("", "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.historyEnd(-1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> builder.counter("raw_logs", 1));
  }

  @Test
  void receiptTellsAcceptedFromKnown() {
    Receipt receipt = Receipt.of(7, List.of(FIRST), Set.of(SECOND));

    assertThat(receipt.commitNumber()).isEqualTo(7);
    assertThat(receipt.accepted()).containsExactly(FIRST).isUnmodifiable();
    assertThat(receipt.known()).containsExactly(SECOND).isUnmodifiable();
    assertThat(receipt)
        .isEqualTo(Receipt.of(7, Set.of(FIRST), Set.of(SECOND)))
        .hasSameHashCodeAs(Receipt.of(7, Set.of(FIRST), Set.of(SECOND)))
        .isNotEqualTo(Receipt.of(8, Set.of(FIRST), Set.of(SECOND)))
        .hasToString("Receipt[commit 7, accepted=[" + FIRST + "], known=[" + SECOND + "]]");
    assertThatIllegalArgumentException().isThrownBy(() -> Receipt.of(0, Set.of(), Set.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Receipt.of(1, Set.of(FIRST), Set.of(FIRST)));
  }

  @Test
  void claimHoldsTheAlertAndItsLease() {
    StoredAlert stored = StoredAlert.of(alert(FIRST, "first"));
    Claim claim = Claim.of(stored, "token", Instant.EPOCH);

    assertThat(claim.alert()).isSameAs(stored);
    assertThat(claim.token()).isEqualTo("token");
    assertThat(claim.leaseUntil()).isEqualTo(Instant.EPOCH);
    assertThat(claim).hasToString("Claim[alert=" + FIRST + ", leaseUntil=1970-01-01T00:00:00Z]");
    assertThatIllegalArgumentException().isThrownBy(() -> Claim.of(stored, " ", Instant.EPOCH));
  }

  private Alert alert(AlertId id, String rule) {
    return Alert.builder(rule, record, Instant.EPOCH).id(id).build();
  }
}
