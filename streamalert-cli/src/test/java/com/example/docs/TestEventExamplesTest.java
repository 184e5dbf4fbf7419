package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.community.duo.FraudReported;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testkit.EventTests;
import io.streamalert.testkit.SampleLog;
import io.streamalert.testkit.events.EventComposition;
import io.streamalert.testkit.events.EventRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of the page about test events. */
class TestEventExamplesTest {

  private static final List<LogSchema> SCHEMAS = Stream.concat(
          CommunitySchemas.all().stream(),
          Stream.of(
              LogSchema.named("acme:login")
                  .field("user", FieldType.string())
                  .field("time", FieldType.integer())
                  .build(),
              LogSchema.named("acme:rows")
                  .parser("csv")
                  .field("user", FieldType.string())
                  .field("time", FieldType.integer())
                  .build()))
      .toList();

  private static final Rule LOGIN_OF_WATCHED_USER = Rule.of(
      RuleSpec.named("login_of_watched_user")
          .logs("acme:login")
          .outputs("slack:security")
          .build(),
      (record, context) ->
          context.table("watched_users").get(record.at("user").asText()).isPresent());

  // docs: event-tests
  @TestFactory
  Stream<DynamicTest> events() {
    return EventTests.in(folder(), COMPOSITION);
  }

  private static final EventComposition COMPOSITION = fixtures -> StreamAlert.builder()
      .schemas(SCHEMAS)
      .rules(new FraudReported(), LOGIN_OF_WATCHED_USER)
      .tables(fixtures.tables())
      .environment(fixtures) // the clock, and the indicators of threat intelligence
      .build();
  // end

  // docs: untested-rules
  @TestFactory
  Stream<DynamicTest> everyRuleHasAnEvent() {
    return EventTests.untestedRules(folder(), EventRunner.builder(COMPOSITION).build());
  }
  // end

  // docs: sample-log
  @Test
  void aReportedLoginIsAnAlert() {
    StreamAlert streamAlert =
        StreamAlert.builder().schemas(SCHEMAS).rules(new FraudReported()).build();
    SampleLog fraud = SampleLog.of("duo:authentication").override("{\"result\": \"FRAUD\"}");

    var alerts = streamAlert.process(List.of(fraud.toRawLog(SCHEMAS))).alerts();

    assertThat(alerts).hasSize(1);
  }
  // end

  @Test
  void aSampleLogIsOfItsType() {
    Classification outcome = StreamAlert.builder()
        .schemas(SCHEMAS)
        .build()
        .classify(List.of(SampleLog.of("acme:rows").toRawLog(SCHEMAS)))
        .get(0);

    assertThat(outcome.records())
        .extracting(LogRecord::type)
        .extracting(type -> type.name())
        .containsExactly("acme:rows");
  }

  @Test
  void pageShowsTheEvents() throws IOException {
    String page = Files.readString(folder().resolveSibling("../testing.md").normalize());

    assertThat(page).contains(Files.readString(folder().resolve("logins.json")));
  }

  private static Path folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("docs/examples/testing"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }
}
