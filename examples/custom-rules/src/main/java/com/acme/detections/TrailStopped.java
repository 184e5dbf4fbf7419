package com.acme.detections;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.Severity;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.time.Duration;

/** Somebody stops what records the account. The condition says all, so there is no other code. */
public final class TrailStopped implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("trail_stopped")
      .description("CloudTrail was told to stop, or its trail was deleted")
      .logs("cloudtrail:events")
      .severity(Severity.HIGH)
      .attack("T1562.008")
      .where(field("eventSource")
          .is("cloudtrail.amazonaws.com")
          .and(field("eventName").isIn("StopLogging", "DeleteTrail"))
          .and(not(field("errorCode").isTruthy())))
      .merge(MergePolicy.within(Duration.ofMinutes(10)).by("recipientAccountId"))
      .outputs("slack:security", "pagerduty:on-call")
      .build();

  @Override
  public RuleSpec spec() {
    return SPEC;
  }
}
