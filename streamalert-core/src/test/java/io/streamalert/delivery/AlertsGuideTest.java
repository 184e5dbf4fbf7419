package io.streamalert.delivery;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.Settings;
import io.streamalert.testing.SteppedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of docs/alerts.md. */
class AlertsGuideTest {

  // docs: merge-policy
  static final Rule FAILED_LOGIN = Rule.of(RuleSpec.named("failed_login")
      .logs("cloudtrail:events")
      .where(field("errorMessage").is("Failed authentication"))
      .outputs("slack:security")
      .merge(MergePolicy.within(Duration.ofMinutes(10)).by("userName", "sourceIPAddress"))
      .build());
  // end

  private static final Settings NO_REQUIRED =
      Settings.builder().requiredOutputs(List.of()).build();

  private final SteppedClock clock = new SteppedClock();
  private final AlertStore store = AlertStore.inMemory(clock, NO_REQUIRED);
  private final List<Alert> sent = new ArrayList<>();

  @Test
  void threeFailuresAreSentAsOne() {
    AlertProcessor processor = processor(store, clock, List.of(slack()));
    store.commit(Commit.builder()
        .alerts(List.of(alert(1, "DESCRIBE"), alert(2, "LOGIN"), alert(3, "LOGIN")))
        .build());

    deliver(store, processor, clock.instant());
    assertThat(sent).isEmpty();
    clock.advance(Duration.ofMinutes(11));
    deliver(store, processor, clock.instant());

    assertThat(sent).singleElement().satisfies(alert -> {
      assertThat(alert.record().at("AlertCount").is(3)).isTrue();
      assertThat(alert.record().at("MergedBy", "userName").is("eve")).isTrue();
      assertThat(store.find(alert.id()).orElseThrow().state()).isEqualTo(State.DELIVERED);
    });
    assertThat(FAILED_LOGIN.spec().mergePolicy().isEnabled()).isTrue();
  }

  // docs: delivery
  static AlertProcessor processor(AlertStore store, Clock clock, List<OutputDispatcher> outputs) {
    return AlertProcessor.builder(store, clock)
        .outputs(outputs)
        .requiredOutputs(NO_REQUIRED)
        .build();
  }

  static void deliver(AlertStore store, AlertProcessor processor, Instant now) {
    send(store, processor, now);
    AlertMerger.over(store).sweep(now);
    send(store, processor, now);
  }

  private static void send(AlertStore store, AlertProcessor processor, Instant now) {
    Duration lease = Duration.ofMinutes(5);
    for (Claim claim : store.claimDue(now, lease, 100)) {
      processor.process(claim);
    }
  }
  // end

  private Alert alert(int second, String event) {
    LogRecord record = LogRecord.of(
        "cloudtrail:events",
        "{\"userIdentity\":{\"userName\":\"eve\"},\"sourceIPAddress\":\"192.0.2.1\",\"event\":\""
            + event + "\"}");
    return Alert.builder("failed_login", record, clock.instant().plusSeconds(second - 3))
        .outputs(List.of(OutputId.of("slack", "security")))
        .mergePolicy(FAILED_LOGIN.spec().mergePolicy())
        .build();
  }

  private OutputDispatcher slack() {
    return new OutputDispatcher() {
      @Override
      public OutputId id() {
        return OutputId.of("slack", "security");
      }

      @Override
      public Delivery dispatch(DeliveryRequest request) {
        sent.add(request.alert());
        return Delivery.delivered();
      }
    };
  }
}
