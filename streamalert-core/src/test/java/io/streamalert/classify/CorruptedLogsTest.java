package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Damaged logs are no surprise: they give the records and dead letters that the plain loop gives. */
class CorruptedLogsTest {

  private static final int LOGS = 5_000;
  private static final long SEED = 20_240_811L;
  private static final LogSource SOURCE = LogSource.of("s3", "samples");

  private final OracleChecks oracle = new OracleChecks(SampleLogs.SCHEMAS);
  private final SampleLogs samples = new SampleLogs(SEED);

  @Test
  void soundLogsAllFit() {
    assertThat(logsByOutcome(UnaryOperator.identity()))
        .containsOnlyKeys(
            "trail:calls",
            "bus:events",
            "query:rows",
            "flow:messages",
            "app:embedded",
            "proxy:access",
            "door:pairs",
            "unix:syslog")
        .allSatisfy((type, count) -> assertThat(count).isGreaterThan(LOGS / 10));
  }

  /** Short lines stand one wrong byte in a hundred more often than long documents. */
  @Test
  void corruptedLogsGiveWhatThePlainLoopGives() {
    Map<String, Long> logs = logsByOutcome(samples::corrupted);

    assertThat(logs).hasSizeGreaterThan(8);
    assertThat(logs.get("dead")).isBetween(LOGS * 3 / 10L, LOGS * 6 / 10L);
  }

  /** Counts the logs of each type, of which some elements may be rejected, and the dead letters. */
  private Map<String, Long> logsByOutcome(UnaryOperator<byte[]> damage) {
    return IntStream.range(0, LOGS)
        .mapToObj(i -> {
          RawLog log = RawLog.of(
              SOURCE, Position.of("samples", String.valueOf(i)), damage.apply(samples.next()));
          Classification outcome = oracle.check(log);
          OutcomeLaws.check(log, outcome);
          return outcome;
        })
        .collect(Collectors.groupingBy(CorruptedLogsTest::name, Collectors.counting()));
  }

  private static String name(Classification outcome) {
    return outcome.<String>fold(
        classified ->
            classified.type().name() + (outcome.deadLetters().isEmpty() ? "" : " in part"),
        unclassified -> "dead",
        split -> "split");
  }
}
