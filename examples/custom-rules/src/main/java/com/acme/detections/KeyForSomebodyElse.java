package com.acme.detections;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** Somebody makes an access key for another user, unless they are one of those who may. */
public final class KeyForSomebodyElse implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("key_for_somebody_else")
      .description("An access key was made for another user")
      .logs("cloudtrail:events")
      .severity(Severity.MEDIUM)
      .attack("T1098.001")
      .where(field("eventName").is("CreateAccessKey"))
      .outputs("slack:security")
      .build();

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  /** Without a user name in the request, the key is for who asks. */
  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    String maker = maker(record);
    String owner = record.at("requestParameters", "userName").textOr(maker);
    return !owner.equals(maker) && context.table("key_makers").get(maker).isEmpty();
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    String owner = record.at("requestParameters", "userName").asText();
    return AlertDetails.titled(maker(record) + " made an access key for " + owner);
  }

  private static String maker(LogRecord record) {
    return record.at("userIdentity", "userName").textOr("somebody");
  }
}
