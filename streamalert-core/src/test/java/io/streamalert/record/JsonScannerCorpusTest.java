package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.testing.ConformanceData;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class JsonScannerCorpusTest {

  private static final int MUTATIONS = 20;

  private final JsonScanner scanner = new JsonScanner(1000);
  private final JsonChecks checks = new JsonChecks(1000);

  /** The lines themselves, and the payload that each holds as text. */
  @ParameterizedTest
  @ValueSource(strings = {"classify/corpus.jsonl", "classify/eventbridge_wrapped_cloudtrail.jsonl"})
  void agreesWithTheOracleOnEveryLineAndOnDamagedOnes(String file) {
    AtomicInteger line = new AtomicInteger();
    try (Stream<String> lines = ConformanceData.lines(file)) {
      lines.forEach(text -> check(JsonOracle.utf8(text), line.incrementAndGet()));
    }
    assertThat(line).hasPositiveValue();
  }

  private void check(byte[] entry, int line) {
    JsonTape tape = scanner.scan(entry, 0, entry.length);
    assertThat(tape).as("line %d", line).isNotNull();
    int raw = tape.find(0, "raw");
    byte[] payload = raw < 0 ? entry : JsonOracle.utf8(tape.text(raw));
    checks.check(entry);
    checks.check(payload);
    Random random = new Random(line);
    for (int i = 0; i < MUTATIONS; i++) {
      checkDamaged(JsonMutations.mutate(payload, random), line, i);
    }
  }

  private void checkDamaged(byte[] damaged, int line, int mutation) {
    try {
      checks.check(damaged);
    } catch (AssertionError e) {
      throw new AssertionFailedError("line " + line + ", mutation " + mutation, e);
    }
  }
}
