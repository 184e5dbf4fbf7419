package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.StreamAlert;
import io.streamalert.benchmarks.Passes.Timed;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One fork of {@link Report}: the speed of classification on one core, against {@link
 * ObjectMapper#readTree(byte[])} on the same logs, and what log types that do not fit cost. Prints a
 * line for each {@link Row}.
 */
public final class ClassificationBenchmark {

  private static final int WARM_UP = 5;
  private static final int LOGS = 100_000;
  private static final int OBJECTS = 400;
  private static final int GENERATED_TYPES = 640;
  private static final List<String> FAMILIES = List.of("cloudtrail", "cloudwatch", "osquery");

  private final StreamAlert family;
  private final StreamAlert all;
  private final StreamAlert among640;
  private final int passes;

  private ClassificationBenchmark(int passes, List<LogSchema> schemas) {
    this.passes = passes;
    List<LogSchema> right = schemas.stream()
        .filter(schema -> FAMILIES.contains(schema.type().family()))
        .toList();
    DataSources.Builder sources = DataSources.builder();
    FAMILIES.forEach(name -> sources.add("prod", Logs.source(name), List.of(name)));
    this.family = StreamAlert.builder().schemas(right).sources(sources.build()).build();
    this.all = StreamAlert.builder().schemas(schemas).build();
    List<LogSchema> others = new GeneratedSchemas(schemas, Workload.SEED).make(GENERATED_TYPES);
    this.among640 = StreamAlert.builder().schemas(others).schemas(right).build();
  }

  /**
   * Measures.
   *
   * @param args the number of passes, and, if wanted, a folder of files with CloudTrail records
   * @throws IOException if something cannot be read
   */
  public static void main(String[] args) throws IOException {
    int passes = Integer.parseInt(args[0]);
    List<LogSchema> schemas = CommunitySchemas.all();
    new ClassificationBenchmark(passes, schemas).run("generated workload", Logs.generated(LOGS));
    ClassificationBenchmark cloudTrail =
        new ClassificationBenchmark(passes, CloudTrailNormalization.addedTo(schemas));
    CloudTrailObjects objects = new CloudTrailObjects();
    cloudTrail.run(
        "generated CloudTrail records, 100 an object",
        Logs.of("cloudtrail", objects.generated(OBJECTS)));
    if (args.length > 1) {
      cloudTrail.run(
          "real CloudTrail records, 100 an object",
          Logs.of("cloudtrail", objects.real(Path.of(args[1]), OBJECTS)));
    }
  }

  private void run(String title, Logs logs) throws IOException {
    checkSameResults(logs);
    Ways ways = new Ways(logs);
    List<Timed> timed = new Passes(logs.count(), WARM_UP)
        .add("Jackson `readTree`", ways::readTree)
        .add("the types of the right family", () -> ways.classify(family))
        .add("all types that ship", () -> ways.classify(all))
        .add("the right families behind 640 other types", () -> ways.classify(among640))
        .add("the right family, all normalised values", () -> ways.normalise(family))
        .add("all types that ship, all normalised values", () -> ways.normalise(all))
        .time(passes);
    print(title, timed.get(0), timed.get(1), timed.subList(0, 4));
    print(title, timed.get(0), timed.get(4), timed.subList(4, 6));
  }

  private static void print(String title, Timed readTree, Timed family, List<Timed> ways) {
    for (Timed way : ways) {
      Row row = new Row(
          title,
          way.name(),
          "the right family",
          way.timesAsFastAs(readTree).median(),
          family.timesAsFastAs(way).median(),
          way.nanos().median(),
          way.result(),
          Double.NaN);
      System.out.println(row.toLine());
    }
  }

  /** Types that do not fit must not change what a log is, or the times mean nothing. */
  private void checkSameResults(Logs logs) {
    for (List<RawLog> batch : logs.batches()) {
      List<String> expected = results(family, batch);
      if (!results(all, batch).equals(expected) || !results(among640, batch).equals(expected)) {
        throw new IllegalStateException(
            "other log types change what becomes of a log after " + batch.get(0).position());
      }
    }
  }

  private static List<String> results(StreamAlert streamAlert, List<RawLog> batch) {
    return streamAlert.classify(batch).stream()
        .map(outcome -> outcome.deadLetters().size() + " "
            + outcome.records().stream().map(record -> record.type().name()).toList())
        .toList();
  }
}
