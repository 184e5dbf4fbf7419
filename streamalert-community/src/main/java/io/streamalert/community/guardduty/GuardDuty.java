package io.streamalert.community.guardduty;

import static io.streamalert.condition.Condition.field;

import io.streamalert.rule.Matcher;

/** Matchers for GuardDuty. */
final class GuardDuty {

  /** An event of EventBridge is a finding. */
  static final Matcher FINDING =
      Matcher.of("GuardDuty finding", field("detail-type").is("GuardDuty Finding"));

  private GuardDuty() {}
}
