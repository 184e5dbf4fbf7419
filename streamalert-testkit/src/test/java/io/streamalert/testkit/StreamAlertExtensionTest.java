package io.streamalert.testkit;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.testkit.StreamAlertAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.Indicator;
import io.streamalert.output.Delivery;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamAlertExtensionTest {

  private static final String SERVICE =
      "{\"user\":\"svc-build\",\"attempts\":0,\"source\":{\"ip\":\"192.0.2.9\",\"port\":22}}";

  @RegisterExtension
  static final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
      .schemas(Samples.SCHEMA)
      .rules(Samples.ROOT_RULE, Samples.MERGED, Samples.BROKEN, new Samples.OwnerRule())
      .table("owners", Map.of("svc-known", "team-a"))
      .build();

  @Test
  void alertIsClassifiedTriggeredAndSent() {
    var run = streamAlert.logs(SERVICE);

    assertThat(run)
        .isClassifiedAs(Samples.TYPE)
        .triggersOnly("unknown_owner")
        .isAddressedTo("slack:security", "pagerduty:oncall")
        .isSentTo("pagerduty:oncall", "slack:security");
    assertThat(run)
        .alert("unknown_owner")
        .hasTitle("Nobody owns svc-build")
        .hasSeverity(Severity.HIGH)
        .hasContext("seen", TestClock.START);
    assertThat(run)
        .publication("slack:security")
        .has("record.source.port", 22)
        .contains("record.source.ip", "192.0.2")
        .lacks("record.nothing");
  }

  @Test
  void tablesAnswer() {
    SampleLog known = SampleLog.of(Samples.TYPE).override("{\"user\":\"svc-known\"}");

    assertThat(streamAlert.process(known)).isClassifiedAs(Samples.TYPE).triggersNothing();
    assertThat(streamAlert.process(known, known.override("{\"user\":\"svc-new\"}")))
        .triggersOnly("unknown_owner");
  }

  @Test
  void alertsOfOneGroupAreSentAsOne() {
    var run = streamAlert.logs(
        Samples.ALICE.replace("1,", "3,"), Samples.ALICE.replace("1,", "4,"), Samples.ALICE);

    assertThat(run.sent()).isNothing();
    assertThat(streamAlert.advance(Duration.ofMinutes(4))).isNothing();
    assertThat(streamAlert.advance(Duration.ofMinutes(1)))
        .isOneAlertMergedFrom(2)
        .isSentTo("slack:security", "pagerduty:oncall");
  }

  @Test
  void refusedDeliveryIsTriedAgain() {
    streamAlert
        .output("slack:security")
        .answering(Delivery.retryAfter(Duration.ofSeconds(30), "busy"));

    assertThat(streamAlert.logs(SERVICE))
        .triggersOnly("unknown_owner")
        .isSentTo("pagerduty:oncall");
    assertThat(streamAlert.advance(Duration.ofSeconds(29))).isNothing();
    assertThat(streamAlert.advance(Duration.ofSeconds(1))).isSentTo("slack:security");
    assertThat(streamAlert.output("slack:security").attempts())
        .extracting(Attempt::number)
        .containsExactly(1, 2);
    assertThat(streamAlert.output("slack:security").delivered()).hasSize(1);
  }

  @Test
  void brokenRuleIsExpected() {
    assertThat(streamAlert.records(Samples.record(Samples.ROOT)))
        .triggersOnly("root_login", "many_attempts")
        .breaks("broken", IllegalStateException.class);
  }

  @Test
  void parametersAreFilledIn(StreamAlert composition, TestClock clock) {
    assertThat(composition).isSameAs(streamAlert.streamAlert());
    assertThat(clock).isSameAs(streamAlert.clock());
    clock.advance(Duration.ofDays(1));
  }

  @Test
  void clockStandsAtItsStart(TestClock clock) {
    assertThat(clock.instant()).hasToString(TestClock.START);
  }

  @Test
  void indicatorsAreFoundInNormalizedValues() {
    LogSchema flows = LogSchema.named("acme:flow")
        .field("from", FieldType.string())
        .option("normalization", FieldValue.parse("{\"ip_address\": [\"from\"]}"))
        .build();
    StreamAlertExtension intel = StreamAlertExtension.builder()
        .schemas(flows)
        .rules(Rule.of(RuleSpec.named("known_bad")
            .logs("acme:flow")
            .where(field(LogRecord.INDICATORS_KEY, "ip").exists())
            .build()))
        .indicator(Indicator.of("ip", "192.0.2.66"), "ip_address")
        .build();

    assertThat(intel.logs("{\"from\": \"192.0.2.66\"}")).triggersOnly("known_bad");
    assertThat(intel.logs("{\"from\": \"192.0.2.67\"}")).triggersNothing();
  }

  @Test
  void requiredOutputsGetAlertsBeforeTheyAreMerged() {
    StreamAlertExtension archiving = StreamAlertExtension.builder()
        .schemas(Samples.SCHEMA)
        .rules(Samples.MERGED)
        .settings(Settings.defaults())
        .build();

    assertThat(archiving.logs(Samples.ALICE.replace("1,", "3,")))
        .triggersOnly("many_attempts")
        .isSentTo("aws-firehose:alerts");
  }

  @Test
  void outputsThatARecordNamesAreThereToo() {
    StreamAlertExtension dynamic = StreamAlertExtension.builder()
        .schemas(Samples.SCHEMA)
        .rules(Rule.of(RuleSpec.named("dynamic")
            .logs(Samples.TYPE)
            .publishers("greeting")
            .dynamicOutputs((record, context) ->
                List.of(OutputId.of("slack", record.at("user").asText())))
            .build()))
        .publisher("greeting", (alert, previous) -> previous.with("text", FieldValue.of("hello")))
        .build();

    assertThat(dynamic.logs(Samples.ALICE)).publication("slack:alice").has("text", "hello");
  }
}
