package io.streamalert.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.DeadLetter.Kind;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.framing.Bytes;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {

  private final Sample sample = new Sample();

  @TempDir
  private Path folder;

  @Test
  void alertsDeadLettersAndFailuresComeOut() {
    String logs = """
        {"user": "eve"}

        {"user": "mallory"}
        not a log
        [{"user": "bob"}, {"user": "eve"}, {"name": "eve"}]
        """;

    Ledger ledger = sample.runtime().build().run(List.of(Sample.input(logs)));

    assertThat(ledger.summary())
        .isEqualTo(BatchSummary.builder()
            .rawLogs(4)
            .classified(3)
            .deadLetters(1)
            .rejectedRecords(1)
            .blankLines(1)
            .records(LogType.of("test:login"), 4)
            .alerts(2)
            .ruleFailures("broken", 1)
            .bytes(94)
            .build());
    assertThat(ledger.elapsed()).isEqualTo(Duration.ZERO);
    assertThat(ledger.unreadable()).isEmpty();
    assertThat(sample.alerts).extracting(Alert::ruleName).containsExactly("eve", "eve");
    assertThat(sample.deadLetters)
        .extracting(DeadLetter::kind)
        .containsExactly(Kind.RAW_LOG, Kind.ELEMENT);
    assertThat(sample.failures).hasSize(1);
    assertThat(sample.unclassified).hasSize(1);
  }

  @Test
  void positionsAreTheOffsetsInTheDecompressedContent() throws IOException {
    Path file = Files.write(
        folder.resolve("a.gz"), Bytes.gzip(Bytes.of("{\"user\":\"eve\"}\n\n{\"user\":\"eve\"}")));

    sample
        .runtime()
        .build()
        .run(List.of(LogInput.of(Sample.SOURCE, file), Sample.input("{\"user\":\"eve\"}")));

    assertThat(sample.alerts)
        .extracting(alert -> alert.record().position())
        .containsExactly(
            Position.of("file", "input0").then(0),
            Position.of("file", "input0").then(16),
            Position.of("stdin", "input1").then(0));
  }

  @Test
  void ordinaryRunsGiveEachInputARandomName() {
    Sample first = new Sample();
    LocalRuntime runtime = LocalRuntime.builder(Sample.streamAlert().build())
        .alerts(first.alerts::add)
        .build();

    runtime.run(List.of(Sample.input("{\"user\":\"eve\"}"), Sample.input("{\"user\":\"eve\"}")));

    assertThat(first.alerts).extracting(Alert::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void theOrderDoesNotDependOnTheWorkers() {
    String logs = IntStream.range(0, 1_500)
        .mapToObj(i ->
            i % 3 == 0 ? "{\"user\":\"eve\"}" : i % 3 == 1 ? "dead " + i : "{\"user\":\"mallory\"}")
        .collect(Collectors.joining("\n"));
    Ledger expected = sample.runtime().workers(1).build().run(inputs(logs));

    for (int workers : new int[] {2, 3, 8}) {
      Sample other = new Sample();
      Ledger ledger =
          other.runtime().workers(workers).blockSize(100 * workers).build().run(inputs(logs));

      assertThat(ledger).isEqualTo(expected);
      assertThat(other.alerts.equals(sample.alerts)).isTrue();
      assertThat(other.alerts).hasSize(1_001);
      assertThat(texts(other.deadLetters).equals(texts(sample.deadLetters))).isTrue();
    }
  }

  private static List<LogInput> inputs(String logs) {
    return List.of(Sample.input(logs), Sample.input("{\"user\":\"eve\"}\n" + logs));
  }

  private static List<String> texts(List<DeadLetter> letters) {
    return letters.stream().map(DeadLetter::toJson).toList();
  }

  @Test
  void whatCannotBeReadIsReportedAndTheOthersGoOn() {
    byte[] gzip = Bytes.gzip(Bytes.of("{\"user\":\"eve\"}\n{\"user\":\"eve\"}\n"));
    byte[] damaged = gzip.clone();
    damaged[gzip.length - 5] ^= 1;

    Ledger ledger = sample
        .runtime()
        .build()
        .run(List.of(
            LogInput.of(Sample.SOURCE, folder.resolve("none.json")),
            LogInput.of(Sample.SOURCE, folder),
            Sample.input(damaged),
            Sample.input(Arrays.copyOf(gzip, 10)),
            LogInput.stdin(Sample.SOURCE, Bytes.breaking(Bytes.of("{\"user\":\"eve\"}\n{\"us"))),
            Sample.input("{\"user\":\"eve\"}")));

    assertThat(ledger.unreadable())
        .containsExactly(
            new UnreadableInput(folder.resolve("none.json").toString(), "there is no such file"),
            new UnreadableInput(folder.toString(), "Is a directory"),
            new UnreadableInput(
                "standard input", "its gzip data is damaged: the checksum is wrong"),
            new UnreadableInput("standard input", "its gzip data ends in the middle"),
            new UnreadableInput("standard input", "the disk is gone"));
    assertThat(sample.alerts).hasSize(4);
    assertThat(sample.deadLetters)
        .extracting(letter -> new String(letter.payload(), UTF_8))
        .containsExactly("{\"us");
  }

  @Test
  void aLineOverTheLimitIsADeadLetterThatSaysSo() {
    Settings tight = Settings.builder().maxDocumentBytes(20).build();
    String logs = "{\"user\":\"eve\"}\n" + "x".repeat(50) + "\n{\"user\":\"eve\"}\n";

    Ledger ledger = sample
        .runtime(Sample.streamAlert().settings(tight).build())
        .build()
        .run(List.of(Sample.input(logs)));

    assertThat(ledger.summary().rawLogs()).isEqualTo(3);
    assertThat(ledger.summary().deadLetters()).isEqualTo(1);
    assertThat(ledger.summary().bytes()).isEqualTo(78);
    assertThat(sample.alerts).hasSize(2);
    assertThat(sample.deadLetters).singleElement().satisfies(letter -> {
      assertThat(letter.reason()).contains("50 bytes", "longer than 20", "payload");
      assertThat(letter.payload()).hasSize(20);
      assertThat(letter.position()).isEqualTo(Position.of("stdin", "input0").then(15));
    });
  }

  @Test
  void anErrorOfTheVirtualMachineEndsTheRun() {
    // The one thing that the engine does not make an outcome of.
    Rule broken = Rule.of(RuleSpec.named("worse").logs("test:login").build(), (record, context) -> {
      throw new InternalError("broken machine");
    });

    assertThatThrownBy(() -> sample
            .runtime(Sample.streamAlert().rules(broken).build())
            .build()
            .run(List.of(Sample.input("{\"user\":\"eve\"}"))))
        .isInstanceOf(InternalError.class)
        .hasMessage("broken machine");
  }

  @Test
  void whatAConsumerThrowsEndsTheRun() {
    LocalRuntime runtime = sample
        .runtime()
        .alerts(alert -> {
          throw new UnsupportedOperationException("no more");
        })
        .build();

    assertThatThrownBy(() -> runtime.run(List.of(Sample.input("{\"user\":\"eve\"}"))))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no more");
  }

  @Test
  void noInputsAndNoWorkers() {
    assertThat(sample.runtime().build().run(List.of()).summary()).isEqualTo(BatchSummary.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample.runtime().workers(0))
        .withMessageContaining("0");
  }

  @Test
  void anInputKnowsWhatItIs() {
    LogInput file = LogInput.of(Sample.SOURCE, Path.of("a", "b.json"));

    assertThat(file.source()).isEqualTo(Sample.SOURCE);
    assertThat(file.file()).contains(Path.of("a", "b.json"));
    assertThat(file).hasToString("s3:bucket=" + Path.of("a", "b.json"));
    assertThat(Sample.input("").name()).isEqualTo("standard input");
    assertThat(Sample.input("").file()).isEmpty();
  }
}
