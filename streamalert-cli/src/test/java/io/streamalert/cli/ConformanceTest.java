package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real logs in {@code shared/data}; skipped where it is missing, unless STREAMALERT_CONFORMANCE is "required". */
class ConformanceTest {

  private static final int RECORDS_PER_FILE = 50;

  @TempDir
  private Path folder;

  @Test
  void everyCloudTrailRecordIsClassified() throws IOException {
    List<String> records = new ArrayList<>();
    for (Path file : FileTree.files(data("cloudtrail"))) {
      records.addAll(records(file));
    }
    for (int i = 0; i < records.size(); i += RECORDS_PER_FILE) {
      List<String> some = records.subList(i, Math.min(i + RECORDS_PER_FILE, records.size()));
      Samples.writeGzip(
          folder.resolve("in/" + i + ".json.gz"), "{\"Records\":[" + String.join(",", some) + "]}");
    }

    Counts counts = run(folder.resolve("in"));

    assertThat(records).hasSizeGreaterThan(1_000);
    assertThat(counts.of("records")).isEqualTo(records.size());
    assertThat(counts.ofType("cloudtrail:events")).isEqualTo(records.size());
    assertThat(counts.of("rejected_records") + counts.of("dead_letters")).isZero();
    assertThat(counts.letters).isEmpty();
  }

  private static List<String> records(Path file) throws IOException {
    if (file.toString().endsWith(".json")) {
      return Samples.json(Files.readString(file)).elements().stream()
          .map(FieldValue::toJson)
          .toList();
    }
    return file.toString().endsWith(".jsonl") ? Files.readAllLines(file) : List.of();
  }

  @Test
  void everyLineOfLoghubHasOneOutcome() throws IOException {
    for (Path file : FileTree.files(data("loghub"))) {
      assertThat(rawLogs(Files.readAllBytes(file))).as("%s", file).isEqualTo(counted(file));
    }
    run(data("loghub"));
  }

  @Test
  void anyBytesHaveOneOutcome() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      byte[] bytes = new byte[50_000];
      new Random(seed).nextBytes(bytes);
      Path file = Files.write(folder.resolve("random" + seed), bytes);

      assertThat(counted(file)).as("seed %d", seed).isEqualTo(rawLogs(bytes));
    }
    Samples.write(folder.resolve("document.json"), "{\"a\":\n[1,\n2]}\n");
    assertThat(counted(folder.resolve("document.json"))).isEqualTo(1);
  }

  private long counted(Path file) throws IOException {
    return run(file).of("raw_logs");
  }

  /** An independent count: one for a JSON document, else the lines that are not blank. */
  private static long rawLogs(byte[] content) {
    RawLog whole = RawLog.of(LogSource.of("s3", "b"), Position.of("x"), content);
    if (new JsonReader(1_000).read(whole).isPresent()) {
      return 1;
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return Arrays.stream(text.split("\n"))
        .filter(line -> !line.matches("[ \t\r]*"))
        .count();
  }

  /** The summary and the dead letters of a run, after checking that they agree. */
  private record Counts(FieldValue summary, List<FieldValue> letters) {

    long of(String name) {
      return summary.at(name).asLong().orElseThrow();
    }

    long ofType(String type) {
      return summary.at("records_by_type", type).asLong().orElse(0);
    }

    void check() {
      assertThat(of("raw_logs")).isEqualTo(of("classified") + of("dead_letters"));
      assertThat(letters).hasSize((int) (of("dead_letters") + of("rejected_records")));
      Set<String> ids = letters.stream()
          .map(letter -> letter.at("id").asText())
          .collect(Collectors.toCollection(HashSet::new));
      assertThat(ids).hasSameSizeAs(letters);
    }
  }

  private Counts run(Path input) throws IOException {
    Path letters = folder.resolve("letters.jsonl");
    Cli.Result result = Cli.run(
        "run",
        "--input",
        "s3:bucket=" + input,
        "--summary",
        "-",
        "--dead-letters",
        letters.toString());
    Counts counts = new Counts(Samples.json(result.out()), Samples.json(letters));
    Files.delete(letters);
    counts.check();
    return counts;
  }

  @Test
  void everyTestEventOfStreamAlertPasses() {
    for (String command : List.of("classifier", "rules")) {
      Cli.Result result = Cli.run(
          "test",
          command,
          "--conf",
          data("streamalert/conf").toString(),
          "-d",
          data("streamalert/rules").toString());

      assertThat(result.exitCode()).as(result.out()).isZero();
      assertThat(result.out()).contains("Total tests: 63\nPass: 63\nFail: 0\n");
    }
  }

  private static Path data(String name) {
    Optional<Path> found = Stream.iterate(
            Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/data").resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
    if (found.isEmpty() && "required".equals(System.getenv("STREAMALERT_CONFORMANCE"))) {
      throw new AssertionError("shared/data/" + name + " is missing");
    }
    Assumptions.assumeTrue(found.isPresent(), () -> "shared/data/" + name + " is missing: skipped");
    return found.orElseThrow();
  }
}
