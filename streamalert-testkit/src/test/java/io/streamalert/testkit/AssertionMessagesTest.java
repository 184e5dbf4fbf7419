package io.streamalert.testkit;

import static io.streamalert.testkit.StreamAlertAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Severity;
import io.streamalert.output.Delivery;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each word fails, and says why. */
class AssertionMessagesTest {

  private static final String RAW = "{\"user\":\"alice\",\"attempts\":\"many\",\"source\":{}}";

  /** Not registered, so that nothing has to be asserted. */
  private final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
      .schemas(Samples.SCHEMA)
      .rules(Samples.ROOT_RULE, Samples.MERGED, Samples.BROKEN, new Samples.OwnerRule())
      .table("owners", Map.of())
      .build();

  private static AbstractThrowableAssert<?, ? extends Throwable> failing(ThrowingCallable word) {
    return assertThatThrownBy(word)
        .isInstanceOf(AssertionError.class)
        .hasMessageNotContaining("192.0.2");
  }

  @Test
  void classificationNamesTheReasonOfTheSchema() {
    failing(() -> assertThat(streamAlert.logs(RAW)).isClassifiedAs(Samples.TYPE))
        .hasMessageContaining("Log 1 fits no schema")
        .hasMessageContaining("acme:login does not fit: ")
        .hasMessageContaining("attempts");
  }

  @Test
  void classificationNamesTheOtherType() {
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).isClassifiedAs("acme:logout"))
        .hasMessageContaining("Log 1 was classified as acme:login")
        .hasMessageContaining("there is no schema acme:logout");
  }

  @Test
  void recordsWereNotClassified() {
    failing(() -> assertThat(streamAlert.records(Samples.record(Samples.ALICE)))
            .isClassifiedAs(Samples.TYPE))
        .hasMessageContaining("There was no log to classify");
  }

  @Test
  void unclassifiedNamesTheType() {
    assertThat(streamAlert.logs(RAW)).isUnclassified();
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).isUnclassified())
        .hasMessageContaining("Log 1 was classified as acme:login");
  }

  @Test
  void silentRuleNamesClauseAndPath() {
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).triggersOnly("root_login"))
        .hasMessageContaining("Expected only [root_login] to trigger, but [] did")
        .hasMessageContaining("root_login did not trigger:")
        .hasMessageContaining("no: user is \"root\" (found STRING)");
  }

  @Test
  void silentCodeIsNamed() {
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).triggers("unknown_owner"))
        .hasMessageContaining("the code of the rule says no");
  }

  @Test
  void unknownRuleNamesTheOthers() {
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).triggersOnly("rot_login"))
        .hasMessageContaining("there is no rule rot_login, only [root_login,");
  }

  @Test
  void brokenRuleIsToldWhereItDidNotTrigger() {
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT)).triggers("broken"))
        .hasMessageContaining("The rule broken broke in matches: java.lang.IllegalStateException")
        .hasMessageNotContaining("secret");
  }

  @Test
  void unexpectedRuleNamesWhatHeld() {
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT)).triggersNothing())
        .hasMessageContaining("Expected nothing to trigger, but [many_attempts, root_login] did")
        .hasMessageContaining("many_attempts triggered on a record of acme:login:")
        .hasMessageContaining("yes: attempts is at least 3");
  }

  @Test
  void unclassifiedLogIsNoQuietOne() {
    failing(() -> assertThat(streamAlert.logs(RAW)).triggersNothing())
        .hasMessageContaining("Log 1 was seen by no rule: it fits no schema");
  }

  @Test
  void breaksNamesWhatHappened() {
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE))
            .breaks("broken", IllegalStateException.class))
        .hasMessageContaining("Expected broken to break with java.lang.IllegalStateException")
        .hasMessageContaining("the code of the rule says no");
  }

  @Test
  void addresseesAreCompared() {
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT)).isAddressedTo("slack:security"))
        .hasMessageContaining("to have the outputs")
        .hasMessageContaining("[pagerduty:oncall, slack:security]");
    failing(() -> assertThat(streamAlert.logs(Samples.ALICE)).isAddressedTo("slack:security"))
        .hasMessageContaining("There is no alert");
  }

  @Test
  void sentNamesRefusalsAndWaiting() {
    streamAlert.output("slack:security").answering(Delivery.rejected("no such channel"));
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT)).isSentTo("slack:security"))
        .hasMessageContaining("root_login to slack:security: Rejected[reason=no such channel]");
    failing(() -> assertThat(streamAlert.records(Samples.record("{\"attempts\":9}")))
            .isSentTo("slack:security"))
        .hasMessageContaining("advance the clock");
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT).sent()).isNothing())
        .hasMessageContaining("there were alerts of [root_login]");
  }

  @Test
  void mergingIsCounted() {
    streamAlert.logs(Samples.ALICE.replace("1,", "3,"), Samples.ALICE.replace("1,", "4,"));
    Sent merged = streamAlert.advance(Duration.ofMinutes(5));

    failing(() -> assertThat(merged).isOneAlertMergedFrom(3))
        .hasMessageContaining("Expected 3 alerts to be merged, but there were 2")
        .hasMessageContaining("come within the window");
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT).sent()).isOneAlertMergedFrom(2))
        .hasMessageContaining("the alert of root_login is a single one");
    failing(() -> assertThat(streamAlert.advance(Duration.ZERO)).isOneAlertMergedFrom(2))
        .hasMessageContaining("but 0 were sent");
  }

  @Test
  void alertWordsCompare() {
    TestRun run = streamAlert.logs(Samples.ROOT);

    failing(() -> assertThat(run).alert("root_login").hasTitle("x")).hasMessageContaining("title");
    failing(() -> assertThat(run).alert("root_login").hasSeverity(Severity.LOW))
        .hasMessageContaining("severity");
    failing(() -> assertThat(run).alert("root_login").isStaged()).hasMessageContaining("staged");
    failing(() -> assertThat(run).alert("root_login").hasContext("a", 1))
        .hasMessageContaining("to have a, but it has only []");
    failing(() -> assertThat(streamAlert.logs(Samples.ROOT, Samples.ROOT)).alert("root_login"))
        .hasMessageContaining("Expected one alert of root_login, but there are 2");
  }

  @Test
  void publicationsAreCompared() {
    TestRun run = streamAlert.logs(Samples.ROOT);

    failing(() -> assertThat(run).publication("slack:security").has("rule_name", "x"))
        .hasMessageContaining("\"root_login\"")
        .hasMessageContaining("The publication has [");
    failing(() -> assertThat(run).publication("slack:security").contains("rule_name", "x"))
        .hasMessageContaining("to contain");
    failing(() -> assertThat(run).publication("slack:security").lacks("rule_name"))
        .hasMessageContaining("to lack rule_name");
    failing(() -> assertThat(run).publication("slack:other"))
        .hasMessageContaining("Expected one publication to slack:other, but there are 0");
    assertThatThrownBy(() -> assertThat(run).publication("slack:security").lacks("["))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no JMESPath");
  }

  @Test
  void ruleThatCannotTriggerIsNamed() {
    failing(() -> assertThat(Samples.BROKEN).canTriggerOn(Samples.SCHEMA))
        .hasMessageContaining("Expected broken to trigger on some record of acme:login");
  }
}
