package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The classifier answers what the plain loop over the schemas answers. */
class ClassifierProperties {

  @Provide
  Arbitrary<List<LogSchema>> schemas() {
    return SchemaArbitraries.schemas();
  }

  @Provide
  Arbitrary<RawLog> logs() {
    Arbitrary<LogSource> sources =
        Arbitraries.of(LogSource.of("s3", "bucket"), LogSource.of("kinesis", "stream"));
    return sources.flatMap(source -> PayloadArbitraries.payloads()
        .map(payload -> RawLog.of(source, Position.of("test", "1"), payload)));
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void theAnswerIsThatOfThePlainLoop(
      @ForAll("schemas") List<LogSchema> schemas, @ForAll("logs") RawLog log) {
    new OracleChecks(schemas).check(log);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void everyTrialIsThatOfThePlainLoopWithOneSchema(
      @ForAll("schemas") List<LogSchema> schemas, @ForAll("logs") RawLog log) {
    List<SchemaTrial> trials = Classifier.builder().schemas(schemas).build().explain(log);

    assertThat(trials).hasSameSizeAs(schemas);
    for (int i = 0; i < trials.size(); i++) {
      NaiveClassifier.Answer expected =
          NaiveClassifier.parse(schemas.get(i), NaiveClassifier.data(log));
      assertThat(trials.get(i).type()).isEqualTo(schemas.get(i).type());
      assertThat(trials.get(i).parsed()).isEqualTo(expected.records().size());
      if (trials.get(i).matches()) {
        assertThat(trials.get(i).invalid()).isEqualTo(expected.rejected());
      }
      assertThat(trials.get(i).reason().isEmpty())
          .isEqualTo(trials.get(i).matches() && expected.rejected() == 0);
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void everyUnclassifiedLogHasAReasonForEverySchema(
      @ForAll("schemas") List<LogSchema> schemas, @ForAll("logs") RawLog log) {
    Classification actual = Classifier.builder().schemas(schemas).build().classify(log);

    if (actual instanceof Unclassified unclassified) {
      assertThat(unclassified.reasons()).hasSameSizeAs(schemas);
      assertThat(unclassified.reasons().values()).allMatch(reason -> !reason.isBlank());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void idsDoNotDependOnTheBatch(
      @ForAll("schemas") List<LogSchema> schemas,
      @ForAll("logs") RawLog one,
      @ForAll("logs") RawLog other) {
    Classifier classifier = Classifier.builder().schemas(schemas).build();
    RawLog two =
        RawLog.of(other.source(), Position.of("test", "2"), other.text().orElseThrow());

    assertThat(ids(classifier.classify(List.of(one, two))))
        .isEqualTo(ids(List.of(classifier.classify(one), classifier.classify(two))));
  }

  private static List<String> ids(List<Classification> outcomes) {
    return outcomes.stream()
        .flatMap(o -> o.records().stream())
        .map(r -> r.id().toString())
        .toList();
  }
}
