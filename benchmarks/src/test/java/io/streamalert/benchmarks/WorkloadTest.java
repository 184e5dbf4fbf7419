package io.streamalert.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamalert.benchmarks.Workload.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final List<Event> EVENTS =
      Stream.generate(new Workload(Workload.SEED)::next).limit(20_000).toList();

  @Test
  void isTheSameForASeed() {
    byte[][] again = Workload.payloads(100, Workload.SEED);

    assertThat(again)
        .isDeepEqualTo(EVENTS.stream().limit(100).map(Event::payload).toArray(byte[][]::new));
    assertThat(Workload.payloads(100, 1)).isNotEqualTo(again);
  }

  @Test
  void isOfThreeTypesInEqualParts() {
    Map<String, Long> counts =
        EVENTS.stream().collect(Collectors.groupingBy(Event::logType, Collectors.counting()));

    assertThat(counts).hasSize(3);
    assertThat(counts.values())
        .allSatisfy(count -> assertThat(count).isCloseTo(6667L, within(300L)));
  }

  @Test
  void isAboutOneKilobyteEach() {
    double mean =
        EVENTS.stream().mapToInt(event -> event.payload().length).average().orElseThrow();

    assertThat(mean).isBetween(900.0, 1300.0);
  }

  @Test
  void makesRulesFireNowAndThen() {
    Map<String, Long> fired = EVENTS.stream()
        .flatMap(event -> event.rule().stream())
        .collect(Collectors.groupingBy(rule -> rule, Collectors.counting()));

    assertThat(fired)
        .containsOnlyKeys("cloudtrail_root_account_usage", "cloudtrail_critical_api_calls");
    assertThat(fired.get("cloudtrail_root_account_usage")).isCloseTo(200L, within(50L));
    assertThat(fired.get("cloudtrail_critical_api_calls")).isCloseTo(100L, within(40L));
  }

  @Test
  void hasNoLineBreaks() {
    assertThat(EVENTS).noneMatch(WorkloadTest::hasLineBreak);
  }

  private static boolean hasLineBreak(Event event) {
    return new String(event.payload(), UTF_8).contains("\n");
  }
}
