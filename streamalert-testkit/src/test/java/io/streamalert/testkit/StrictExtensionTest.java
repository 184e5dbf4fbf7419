package io.streamalert.testkit;

import static io.streamalert.testkit.StreamAlertAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the extension does to tests that overlook something. */
class StrictExtensionTest {

  private final Events tests = EngineTestKit.engine("junit-jupiter")
      .selectors(selectClass(Careless.class))
      .execute()
      .testEvents();

  @Test
  void unassertedAlertFailsTheTest() {
    fails("overlooksAnAlert", "The alert of root_login on a record of acme:login was not asserted");
  }

  @Test
  void unexpectedFailureFailsTheTest() {
    fails(
        "overlooksAFailure",
        "The rule broken broke in matches: java.lang.IllegalStateException at");
  }

  @Test
  void failureOfTheTestItselfIsNotHidden() {
    fails("failsItself", "its own failure");
  }

  @Test
  void nextTestIsNotToBlame() {
    tests.assertThatEvents().haveExactly(1, event(test("quiet"), finishedSuccessfully()));
  }

  private void fails(String name, String text) {
    tests
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test(name),
                finishedWithFailure(message(found -> found.contains(text)
                    && !found.contains("192.0.2")
                    && !found.contains("secret")))));
  }

  /** Not found by Surefire: it is nested. */
  static class Careless {

    @RegisterExtension
    static final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
        .schemas(Samples.SCHEMA)
        .rules(Samples.ROOT_RULE, Samples.BROKEN)
        .build();

    @Test
    void overlooksAnAlert() {
      assertThat(streamAlert.logs(Samples.ROOT)).breaks("broken", RuntimeException.class);
    }

    @Test
    void overlooksAFailure() {
      assertThat(streamAlert.logs(Samples.ROOT)).triggersOnly("root_login");
    }

    @Test
    void failsItself() {
      streamAlert.logs(Samples.ROOT);
      throw new AssertionError("its own failure");
    }

    @Test
    void quiet() {
      assertThat(streamAlert.logs(Samples.ALICE)).triggersNothing();
    }
  }
}
