package io.streamalert.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.DeadLetter.Kind;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.framing.Bytes;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LedgerProperties {

  @Property(tries = 300)
  void everyRawLogIsClassifiedOrADeadLetter(
      @ForAll("contents") List<byte[]> contents,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll @IntRange(min = 1, max = 300) int blockSize) {
    Sample sample = new Sample();
    List<LogInput> inputs = new ArrayList<>();
    contents.forEach(content -> inputs.add(Sample.input(content)));

    BatchSummary summary = sample
        .runtime()
        .workers(workers)
        .blockSize(blockSize)
        .build()
        .run(inputs)
        .summary();

    assertThat(summary.rawLogs()).isEqualTo(summary.classified() + summary.deadLetters());
    assertThat(summary.deadLetters())
        .isEqualTo(count(sample, Kind.RAW_LOG))
        .isEqualTo(sample.unclassified.size());
    assertThat(summary.rejectedRecords()).isEqualTo(count(sample, Kind.ELEMENT));
    assertThat(summary.alerts()).isEqualTo(sample.alerts.size());
    assertThat(summary.ruleFailures()).isEqualTo(sample.failures.size());
    assertThat(sample.deadLetters).extracting(DeadLetter::id).doesNotHaveDuplicates();
  }

  private static long count(Sample sample, Kind kind) {
    return sample.deadLetters.stream().filter(letter -> letter.kind() == kind).count();
  }

  @Provide
  Arbitrary<List<byte[]>> contents() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    Arbitrary<byte[]> logs = Arbitraries.of(
            "{\"user\":\"eve\"}\n",
            "{\"user\":\"mallory\"}\n",
            "[{\"user\":\"eve\"},{\"user\":1},7]\n",
            "\n",
            "x\n",
            "{")
        .list()
        .ofMaxSize(20)
        .map(lines -> Bytes.of(String.join("", lines)));
    return Arbitraries.oneOf(noise, logs, logs.map(Bytes::gzip)).list().ofMaxSize(3);
  }
}
