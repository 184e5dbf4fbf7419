package com.acme.detections;

import static io.streamalert.testkit.StreamAlertAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogRecord;
import io.streamalert.testkit.SampleLog;
import io.streamalert.testkit.StreamAlertExtension;
import io.streamalert.testkit.mutation.MutationReport;
import io.streamalert.testkit.mutation.RuleMutations;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrailStoppedTest {

  // docs: extension
  @RegisterExtension
  static final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
      .schemas(CommunitySchemas.all())
      .rules(new TrailStopped())
      .build();

  private final SampleLog stopped = SampleLog.of("cloudtrail:events").override("""
      {"eventSource": "cloudtrail.amazonaws.com",
       "eventName": "StopLogging",
       "recipientAccountId": "111122223333"}
      """);

  @Test
  void stoppedTrailIsAnAlert() {
    assertThat(streamAlert.process(stopped))
        .isClassifiedAs("cloudtrail:events")
        .triggersOnly("trail_stopped")
        .isAddressedTo("slack:security", "pagerduty:on-call");
  }

  @Test
  void refusedAttemptIsNot() {
    SampleLog refused = stopped.override("{\"errorCode\": \"AccessDenied\"}");

    assertThat(streamAlert.process(refused)).triggersNothing();
  }

  @Test
  void severalTrailsOfOneAccountAreSentAsOne() {
    streamAlert.process(stopped, stopped, stopped);

    assertThat(streamAlert.advance(Duration.ofMinutes(10)))
        .isOneAlertMergedFrom(3)
        .isSentTo("slack:security", "pagerduty:on-call");
  }
  // end

  // docs: made-up
  @Test
  void anyRecordWillDo() {
    var schema = CommunitySchemas.all().stream()
        .filter(known -> known.type().name().equals("cloudtrail:events"))
        .findFirst()
        .orElseThrow();

    assertThat(new TrailStopped()).neverThrowsOn(schema).canTriggerOn(schema);
  }
  // end

  // docs: mutations
  @Test
  void samplesTellTheRuleFromOthers() {
    List<LogRecord> triggering = records(
        stopped,
        stopped.override("{\"eventName\": \"DeleteTrail\"}"),
        stopped.override("{\"errorCode\": null}"));
    List<LogRecord> quiet = records(
        stopped.override("{\"errorCode\": \"AccessDenied\"}"),
        stopped.override("{\"eventName\": \"stoplogging\"}"),
        stopped.override("{\"eventName\": \"DeleteTrail~\"}"),
        stopped.override("{\"eventName\": \"~DeleteTrail\"}"),
        stopped.override("{\"eventSource\": \"CloudTrail.amazonaws.com\"}"),
        stopped.override("{\"eventSource\": \"cloudtrail.amazonaws.com~\"}"),
        stopped.override("{\"eventSource\": \"~cloudtrail.amazonaws.com\"}"));

    MutationReport report = RuleMutations.of(new TrailStopped()).test(triggering, quiet);

    assertThat(report.survivors()).isEmpty();
  }
  // end

  private static List<LogRecord> records(SampleLog... logs) {
    return Stream.of(logs)
        .flatMap(log -> streamAlert
            .streamAlert()
            .classify(List.of(log.toRawLog(CommunitySchemas.all())))
            .get(0)
            .records()
            .stream())
        .toList();
  }
}
