package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.rule.Matcher;

/** Matchers for calls to and by AWS Config. */
final class AwsConfig {

  /** Results of an evaluation that counts were reported. */
  static final Matcher COMPLIANCE = Matcher.of(
      "AWS Config compliance",
      field("eventSource")
          .is("config.amazonaws.com")
          .and(field("eventName").is("PutEvaluations"))
          .and(field("requestParameters", "testMode").exists())
          .and(not(field("requestParameters", "testMode").isTruthy())));

  /** AWS Config mends something by itself. */
  static final Matcher AUTO_REMEDIATION = Matcher.of(
      "AWS Config auto remediation",
      field("eventName")
          .is("StartAutomationExecution")
          .and(field("eventSource").is("ssm.amazonaws.com"))
          .and(field("sourceIPAddress").is("config.amazonaws.com")));

  private AwsConfig() {}
}
