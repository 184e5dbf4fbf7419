package io.streamalert.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BatchSummaryProperties {

  @Property
  void addingIsAssociativeAndCommutative(
      @ForAll("summaries") BatchSummary a,
      @ForAll("summaries") BatchSummary b,
      @ForAll("summaries") BatchSummary c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
  }

  @Property
  void emptyAddsNothing(@ForAll("summaries") BatchSummary summary) {
    assertThat(summary.plus(BatchSummary.empty())).isEqualTo(summary);
    assertThat(BatchSummary.empty().plus(summary)).isEqualTo(summary);
  }

  @Property
  void everyNumberAddsUp(@ForAll("summaries") BatchSummary a, @ForAll("summaries") BatchSummary b) {
    BatchSummary sum = a.plus(b);

    assertThat(sum.rawLogs()).isEqualTo(a.rawLogs() + b.rawLogs());
    assertThat(sum.classified()).isEqualTo(a.classified() + b.classified());
    assertThat(sum.deadLetters()).isEqualTo(a.deadLetters() + b.deadLetters());
    assertThat(sum.rejectedRecords()).isEqualTo(a.rejectedRecords() + b.rejectedRecords());
    assertThat(sum.blankLines()).isEqualTo(a.blankLines() + b.blankLines());
    assertThat(sum.records()).isEqualTo(a.records() + b.records());
    assertThat(sum.alerts()).isEqualTo(a.alerts() + b.alerts());
    assertThat(sum.ruleFailures()).isEqualTo(a.ruleFailures() + b.ruleFailures());
    assertThat(sum.uncheckedRecords()).isEqualTo(a.uncheckedRecords() + b.uncheckedRecords());
    assertThat(sum.bytes()).isEqualTo(a.bytes() + b.bytes());
  }

  @Provide
  Arbitrary<BatchSummary> summaries() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(0, 1L << 40);
    return Combinators.combine(
            numbers.list().ofSize(8), types(), Arbitraries.of("rule_a", "rule_b"), numbers)
        .as((counts, type, rule, number) -> BatchSummary.builder()
            .rawLogs(counts.get(0))
            .classified(counts.get(1))
            .deadLetters(counts.get(2))
            .rejectedRecords(counts.get(3))
            .blankLines(counts.get(4))
            .alerts(counts.get(5))
            .bytes(counts.get(6))
            .uncheckedRecords(counts.get(7))
            .records(type, number)
            .ruleFailures(rule, number)
            .build());
  }

  private static Arbitrary<LogType> types() {
    return Arbitraries.of("cloudtrail:events", "osquery:status").map(LogType::of);
  }
}
