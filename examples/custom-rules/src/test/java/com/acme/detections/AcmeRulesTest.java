package com.acme.detections;

import io.streamalert.StreamAlert;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.testkit.EventTests;
import io.streamalert.testkit.events.EventRunner;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the test events in {@code src/test/rules}, which have the form of StreamAlert's. */
class AcmeRulesTest {

  private static final Path EVENTS = Path.of("src/test/rules");

  private final EventRunner runner = EventRunner.builder(fixtures -> StreamAlert.builder()
          .schemas(CommunitySchemas.all())
          .rulesFrom(new AcmeRules())
          .environment(fixtures)
          .tables(fixtures.tables())
          .build())
      .build();

  @TestFactory
  Stream<DynamicTest> events() {
    return EventTests.in(EVENTS, runner);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHasAnEvent() {
    return EventTests.untestedRules(EVENTS, runner);
  }
}
