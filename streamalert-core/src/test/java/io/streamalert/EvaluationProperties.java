package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.condition.Condition;
import io.streamalert.condition.ConditionArbitraries;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What records trigger depends on nothing but the records. */
class EvaluationProperties {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  @Provide
  Arbitrary<List<Condition>> conditions() {
    return ConditionArbitraries.conditions().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<LogRecord>> records() {
    return ConditionArbitraries.records()
        .map(FieldValue::of)
        .list()
        .ofMaxSize(30)
        .map(contents -> IntStream.range(0, contents.size())
            .mapToObj(i -> LogRecord.builder(LogType.of("acme:a"), contents.get(i))
                .at(Position.of("test", "p"), i)
                .build())
            .toList());
  }

  @Property(tries = 80)
  void isTheSameHoweverTheBatchIsSplitAndOnHoweverManyThreads(
      @ForAll("conditions") List<Condition> conditions,
      @ForAll("records") List<LogRecord> records,
      @ForAll @IntRange(min = 1, max = 7) int size) {
    StreamAlert streamAlert = streamAlert(conditions);
    List<Alert> whole = alerts(streamAlert.evaluate(records));
    List<List<LogRecord>> batches = new ArrayList<>();
    for (int i = 0; i < records.size(); i += size) {
      batches.add(records.subList(i, Math.min(i + size, records.size())));
    }

    assertThat(batches.stream().flatMap(b -> alerts(streamAlert.evaluate(b)).stream()))
        .isEqualTo(whole);
    assertThat(batches.parallelStream().flatMap(b -> alerts(streamAlert.evaluate(b)).stream()))
        .isEqualTo(whole);
    assertThat(alerts(streamAlert(conditions).evaluate(records))).isEqualTo(whole);
  }

  private static StreamAlert streamAlert(List<Condition> conditions) {
    List<Rule> rules = new ArrayList<>();
    conditions.forEach(condition -> rules.add(Rule.of(
        RuleSpec.named("rule_" + rules.size()).logs("acme:a").where(condition).build())));
    return StreamAlert.builder()
        .schemas(LogSchema.named("acme:a").field("a", FieldType.any()).build())
        .rules(rules)
        .clock(CLOCK)
        .build();
  }

  private static List<Alert> alerts(List<Evaluation> evaluations) {
    return evaluations.stream().flatMap(e -> e.alerts().stream()).toList();
  }
}
