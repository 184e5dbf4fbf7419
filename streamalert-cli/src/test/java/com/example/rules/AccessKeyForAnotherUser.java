package com.example.rules;

// docs: rule-file
import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

// docs: rule
/** Somebody made an access key for another user: a common way to stay in. */
public final class AccessKeyForAnotherUser implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("access_key_for_another_user")
      .description("Somebody created an access key for another user")
      .logs("cloudtrail:events")
      .severity(Severity.HIGH)
      .attack("T1098.001")
      .where(field("eventName")
          .is("CreateAccessKey")
          .and(field("requestParameters", "userName").exists()))
      .build();

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return !record
        .at("userIdentity", "userName")
        .equals(record.at("requestParameters", "userName"));
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    String caller = record.at("userIdentity", "userName").textOr("Somebody");
    String owner = record.at("requestParameters", "userName").asText();
    return AlertDetails.titled(caller + " created an access key for " + owner);
  }
}
// end
// end
