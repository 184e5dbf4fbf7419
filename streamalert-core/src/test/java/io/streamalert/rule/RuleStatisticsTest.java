package io.streamalert.rule;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RuleStatisticsTest {

  private static final LogRecord ANN = LogRecord.of("acme:login", "{\"user\": \"ann\"}");
  private static final LogRecord BOB = LogRecord.of("acme:login", "{\"user\": \"bob\"}");
  private static final LogRecord OTHER = LogRecord.of("acme:logout", "{\"user\": \"ann\"}");

  /** Only code moves it, so that what is counted is the time of code. */
  private final AtomicLong time = new AtomicLong();

  private RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private Rule taking(long nanos, RuleSpec spec, boolean answer) {
    return Rule.of(spec, (record, context) -> {
      time.addAndGet(nanos);
      return answer;
    });
  }

  private RulesEngine engine(Rule... rules) {
    return RulesEngine.builder().rules(List.of(rules)).ticker(time::get).build();
  }

  @Test
  void countsWhatEachRuleDid() {
    Rule choosy = taking(5, spec("choosy").where(field("user").is("ann")).build(), true);
    Rule never = taking(7, spec("never").build(), false);
    Rule everywhere =
        taking(1, RuleSpec.named("everywhere").logs("acme:login", "acme:logout").build(), true);
    Rule off = Rule.of(spec("off").disabled().build());
    RulesEngine engine = engine(choosy, never, everywhere, off);

    List.of(ANN, BOB, BOB, OTHER).forEach(engine::evaluate);

    assertThat(engine.statistics().entries())
        .containsExactly(
            new RuleStatistics.Entry("choosy", 3, 1, 1, 0, 5),
            new RuleStatistics.Entry("never", 3, 3, 0, 0, 21),
            new RuleStatistics.Entry("everywhere", 4, 4, 4, 0, 4),
            new RuleStatistics.Entry("off", 0, 0, 0, 0, 0));
  }

  @Test
  void ofManyCandidatesSomeStandForTheOthers() {
    AtomicLong asked = new AtomicLong();
    Rule slowing = Rule.of(spec("slowing").build(), (record, context) -> {
      time.addAndGet(asked.incrementAndGet() > 256 ? 2 : 1);
      return false;
    });
    RulesEngine engine = engine(slowing);

    engine.evaluate(Collections.nCopies(256 + 16 * 10, ANN));

    assertThat(engine.statistics().entries())
        .containsExactly(new RuleStatistics.Entry("slowing", 416, 416, 0, 0, 256 + 16 * 10 * 2));
  }

  @Test
  void ofSeveralEnginesAreAddedByRule() {
    RulesEngine one = engine(taking(5, spec("a").build(), true));
    RulesEngine other =
        engine(taking(7, spec("b").build(), false), taking(1, spec("a").build(), true));
    one.evaluate(ANN);
    other.evaluate(ANN);

    assertThat(one.statistics().plus(other.statistics()).entries())
        .containsExactly(
            new RuleStatistics.Entry("a", 2, 2, 2, 0, 6),
            new RuleStatistics.Entry("b", 1, 1, 0, 0, 7));
  }

  @Test
  void countsFailures() {
    Rule broken = Rule.of(spec("broken").build(), (record, context) -> {
      time.addAndGet(3);
      throw new IllegalStateException("no");
    });
    Rule halfBroken = new Rule() {
      @Override
      public RuleSpec spec() {
        return RuleStatisticsTest.this.spec("half").build();
      }

      @Override
      public AlertDetails describe(LogRecord record, RuleContext context) {
        throw new IllegalStateException("no");
      }
    };
    RulesEngine engine = engine(broken, halfBroken);

    engine.evaluate(ANN);

    assertThat(engine.statistics().entries())
        .containsExactly(
            new RuleStatistics.Entry("broken", 1, 1, 0, 1, 3),
            new RuleStatistics.Entry("half", 1, 1, 1, 1, 0));
  }

  @Test
  void explainingDoesNotCount() {
    RulesEngine engine = engine(taking(5, spec("r").build(), true));

    engine.explain(ANN);
    engine.explain("r", ANN);

    assertThat(engine.statistics().of("r")).contains(new RuleStatistics.Entry("r", 0, 0, 0, 0, 0));
    assertThat(engine.statistics().of("none")).isEmpty();
  }

  @Test
  void aSnapshotStays() {
    RulesEngine engine = engine(taking(5, spec("r").build(), true));
    RuleStatistics before = engine.statistics();

    engine.evaluate(ANN);

    assertThat(before.of("r").orElseThrow().candidates()).isZero();
    assertThat(engine.statistics().of("r").orElseThrow().nanosPerCandidate()).isEqualTo(5);
  }

  @Test
  void theReportHasTheCostliestRulesFirst() {
    RulesEngine engine = engine(
        taking(1_000_000, spec("b").build(), false),
        taking(1_000_000, spec("a").build(), true),
        taking(2_500_000, spec("slow").build(), true),
        Rule.of(spec("unasked").where(field("user").is("zoe")).build()));
    engine.evaluate(ANN);

    assertThat(engine.statistics().report()).isEqualTo("""
          total ms  candidates   mean µs    matches  failures  rule
               2.5           1    2500.0          1         0  slow
               1.0           1    1000.0          1         0  a
               1.0           1    1000.0          0         0  b
        """);
    assertThat(engine(Rule.of(spec("r").build())).statistics().report()).isEmpty();
  }

  @Test
  void countsAreExactWithManyThreads() throws Exception {
    RulesEngine engine = engine(taking(1, spec("r").build(), true));
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int worker = 0; worker < 4; worker++) {
        futures.add(workers.submit(() -> {
          for (int i = 0; i < 5_000; i++) {
            engine.evaluate(ANN);
          }
        }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } finally {
      workers.shutdownNow();
    }

    RuleStatistics.Entry entry = engine.statistics().of("r").orElseThrow();
    assertThat(List.of(entry.evaluations(), entry.candidates(), entry.matches()))
        .containsOnly(20_000L);
  }
}
