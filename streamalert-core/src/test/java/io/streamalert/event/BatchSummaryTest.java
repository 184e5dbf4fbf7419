package io.streamalert.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.LogType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchSummaryTest {

  private static final LogType EVENTS = LogType.of("cloudtrail:events");
  private static final LogType STATUS = LogType.of("osquery:status");

  @Test
  void everyNumberIsZeroAtFirst() {
    BatchSummary empty = BatchSummary.empty();

    assertThat(new long[] {
          empty.rawLogs(), empty.classified(), empty.deadLetters(), empty.rejectedRecords()
        })
        .containsOnly(0);
    assertThat(new long[] {
          empty.blankLines(), empty.records(), empty.alerts(), empty.ruleFailures(), empty.bytes()
        })
        .containsOnly(0);
    assertThat(empty.recordsByLogType()).isEmpty();
    assertThat(empty.failuresByRule()).isEmpty();
  }

  @Test
  void numbersAreCountedApart() {
    BatchSummary summary = BatchSummary.builder()
        .rawLogs(1)
        .classified(2)
        .deadLetters(3)
        .rejectedRecords(4)
        .blankLines(5)
        .alerts(6)
        .bytes(7)
        .uncheckedRecords(8)
        .build();

    assertThat(new long[] {
          summary.rawLogs(),
          summary.classified(),
          summary.deadLetters(),
          summary.rejectedRecords(),
          summary.blankLines(),
          summary.alerts(),
          summary.bytes(),
          summary.uncheckedRecords()
        })
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void totalsAreSums() {
    BatchSummary summary = BatchSummary.builder()
        .records(EVENTS, 2)
        .records(STATUS, 3)
        .records(EVENTS, 4)
        .ruleFailures("a_rule", 1)
        .ruleFailures("a_rule", 1)
        .ruleFailures("silent_rule", 0)
        .build();

    assertThat(summary.records()).isEqualTo(9);
    assertThat(summary.recordsByLogType())
        .containsExactly(Map.entry(EVENTS, 6L), Map.entry(STATUS, 3L))
        .isUnmodifiable();
    assertThat(summary.ruleFailures()).isEqualTo(2);
    assertThat(summary.failuresByRule())
        .containsExactly(Map.entry("a_rule", 2L))
        .isUnmodifiable();
  }

  @Test
  void builtSummaryDoesNotChange() {
    BatchSummary.Builder builder = BatchSummary.builder().rawLogs(1);
    BatchSummary summary = builder.build();
    builder.rawLogs(1).records(EVENTS, 1);

    assertThat(summary.rawLogs()).isEqualTo(1);
    assertThat(summary.records()).isZero();
    assertThat(builder.build().rawLogs()).isEqualTo(2);
  }

  @Test
  void negativeNumbersAndOverflowAreRefused() {
    BatchSummary.Builder builder = BatchSummary.builder().bytes(Long.MAX_VALUE);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.alerts(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.records(EVENTS, -1));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> builder.build().plus(builder.build()));
  }

  @Test
  void summariesAreValues() {
    assertThat(BatchSummary.empty()).isNotEqualTo("something else");
    assertThat(BatchSummary.builder().alerts(1).build())
        .hasToString("BatchSummary[{ALERTS=1}, records={}, ruleFailures={}]");
  }
}
