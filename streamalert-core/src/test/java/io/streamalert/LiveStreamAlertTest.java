package io.streamalert;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.record.RecordId;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import io.streamalert.settings.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveStreamAlertTest {

  private static final LogSchema LOGIN =
      LogSchema.named("acme:login").field("user", FieldType.string()).build();
  private static final int BATCH = 20;

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private static StreamAlert composed(Rule... rules) {
    return StreamAlert.builder().schemas(LOGIN).rules(rules).build();
  }

  private static List<RawLog> batch(int number) {
    List<RawLog> logs = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      Position position = Position.of("test").then(number).then(i);
      logs.add(RawLog.of(LogSource.of("s3", "b"), position, "{\"user\": \"ann\"}"));
    }
    return logs;
  }

  private static List<RawLog> nonsense() {
    return List.of(RawLog.of(LogSource.of("s3", "b"), Position.of("none"), "nonsense"));
  }

  @Test
  void aReloadTakesOverWithTheNextBatch() {
    LiveStreamAlert live = LiveStreamAlert.of(composed(Rule.of(spec("old").build())));
    Run before = live.process(batch(0));
    Run second = live.process(batch(1));

    RuleChanges changes = live.reload(() -> composed(Rule.of(spec("new").build())));
    Run empty = live.process(nonsense());
    Run after = live.process(batch(2));

    assertThat(changes.generation()).isEqualTo(2).isEqualTo(live.generation());
    assertThat(before.generation()).isEqualTo(1);
    assertThat(before.firstOfGeneration()).contains(firstRecord(before));
    assertThat(second.firstOfGeneration()).isEmpty();
    assertThat(empty.firstOfGeneration()).isEmpty();
    assertThat(empty.generation()).isEqualTo(2);
    assertThat(after.firstOfGeneration()).contains(firstRecord(after));
    assertThat(after.alerts()).extracting(Alert::ruleName).containsOnly("new");
    assertThat(live.process(batch(3)).firstOfGeneration()).isEmpty();
    assertThat(live.current().process(batch(4)).generation()).isZero();
  }

  private static RecordId firstRecord(Run run) {
    return run.evaluations().get(0).record().id();
  }

  @Test
  void aReloadTellsWhatChanged() {
    Matcher matcher = Matcher.of("root", field("user").is("root"));
    Rule code = Rule.of(spec("code").build(), (record, context) -> true);
    Rule same = Rule.of(spec("same").matchers(matcher).build());
    Matcher equal = Matcher.of("root", field("user").is("root"));
    LiveStreamAlert live = LiveStreamAlert.of(composed(
        Rule.of(spec("gone").build()), same, code, Rule.of(spec("louder").build())));

    RuleChanges changes = live.reload(() -> composed(
        Rule.of(spec("louder").severity(Severity.HIGH).build()),
        Rule.of(spec("same").matchers(equal).build()),
        Rule.of(spec("code").build(), (record, context) -> false),
        Rule.of(spec("added").build())));

    assertThat(changes.added()).containsExactly("added");
    assertThat(changes.removed()).containsExactly("gone");
    assertThat(changes.changed()).containsExactly("louder", "code");
  }

  @Test
  void whatCannotBeMadeChangesNothing() {
    StreamAlert first = composed(Rule.of(spec("old").build()));
    LiveStreamAlert live = LiveStreamAlert.of(first);
    Rule old = Rule.of(spec("old").build());

    assertThatThrownBy(() -> live.reload(() -> composed(old, old)))
        .isInstanceOf(ConfigException.class);

    assertThat(live.current()).isSameAs(first);
    assertThat(live.generation()).isEqualTo(1);
    assertThat(live.process(batch(0)).alerts()).hasSize(BATCH);
  }

  @Test
  void eachGenerationCountsFromZero() {
    LiveStreamAlert live = LiveStreamAlert.of(composed(Rule.of(spec("r").build())));
    live.process(batch(0));
    assertThat(live.statistics().of("r").orElseThrow().matches()).isEqualTo(BATCH);

    live.reload(() -> composed(Rule.of(spec("r").build())));

    assertThat(live.statistics().of("r").orElseThrow().matches()).isZero();
  }

  /** A batch that is under way while rules change ends with the rules that it began with. */
  @Test
  void aBatchUnderWayKeepsItsRules() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Rule slow = Rule.of(spec("slow").build(), (record, context) -> {
      begun.countDown();
      return await(go);
    });
    LiveStreamAlert live = LiveStreamAlert.of(composed(slow));
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Run> underWay = worker.submit(() -> live.process(batch(0)));
      begun.await();
      live.reload(() -> composed(Rule.of(spec("new").build())));
      Run later = live.process(batch(1));
      go.countDown();

      Run old = underWay.get();
      assertThat(old.alerts()).hasSize(BATCH).extracting(Alert::ruleName).containsOnly("slow");
      assertThat(old.generation()).isEqualTo(1);
      assertThat(later.alerts()).extracting(Alert::ruleName).containsOnly("new");
      assertThat(later.generation()).isEqualTo(2);
    } finally {
      worker.shutdownNow();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whatever the timing, each batch has alerts of its own generation only, and one is the first. */
  @Test
  void manyThreadsNeverMixGenerations() throws Exception {
    int generations = 50;
    AtomicInteger made = new AtomicInteger(1);
    LiveStreamAlert live = LiveStreamAlert.of(composed(Rule.of(spec("r1").build())));
    ExecutorService workers = Executors.newFixedThreadPool(4);
    List<Run> runs = new ArrayList<>();
    try {
      List<Future<List<Run>>> futures = new ArrayList<>();
      for (int worker = 0; worker < 3; worker++) {
        futures.add(workers.submit(() -> processUntil(live, generations)));
      }
      for (int i = 1; i < generations; i++) {
        live.reload(() -> composed(Rule.of(spec("r" + made.incrementAndGet()).build())));
      }
      for (Future<List<Run>> future : futures) {
        runs.addAll(future.get());
      }
    } finally {
      workers.shutdownNow();
    }

    assertThat(runs)
        .allSatisfy(run -> assertThat(run.alerts())
            .hasSize(BATCH)
            .extracting(Alert::ruleName)
            .containsOnly("r" + run.generation()));
    assertThat(
            runs.stream().filter(run -> run.firstOfGeneration().isPresent()).map(Run::generation))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            runs.stream().map(Run::generation).distinct().toList());
    assertThat(live.generation()).isEqualTo(generations);
  }

  private static List<Run> processUntil(LiveStreamAlert live, long last) {
    List<Run> runs = new ArrayList<>();
    Optional<Run> newest = Optional.empty();
    while (newest.map(Run::generation).orElse(0L) < last) {
      newest = Optional.of(live.process(batch(runs.size())));
      runs.add(newest.get());
    }
    return runs;
  }
}
