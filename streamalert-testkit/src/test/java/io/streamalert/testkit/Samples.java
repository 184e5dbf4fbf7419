package io.streamalert.testkit;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.Severity;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import java.time.Duration;
import java.util.Map;

/** A log type of sign-ins, and rules for it. */
final class Samples {

  static final String TYPE = "acme:login";

  static final LogSchema SCHEMA = LogSchema.named(TYPE)
      .field("user", FieldType.string())
      .field("attempts", FieldType.integer())
      .field("source", FieldType.map(Map.of("ip", FieldType.string(), "port", FieldType.integer())))
      .optionalField("device", FieldType.any())
      .build();

  static final String ROOT =
      "{\"user\":\"root\",\"attempts\":3,\"source\":{\"ip\":\"192.0.2.1\",\"port\":22}}";
  static final String ALICE =
      "{\"user\":\"alice\",\"attempts\":1,\"source\":{\"ip\":\"192.0.2.1\",\"port\":22}}";

  /** Triggers on root. */
  static final Rule ROOT_RULE =
      Rule.of(spec("root_login").where(field("user").is("root")).build());

  /** Sends alerts of one address as one. */
  static final Rule MERGED = Rule.of(spec("many_attempts")
      .where(field("attempts").isAtLeast(3))
      .merge(MergePolicy.within(Duration.ofMinutes(5)).by("ip"))
      .build());

  /** Breaks on root. */
  static final Rule BROKEN = Rule.of(spec("broken").build(), (record, context) -> {
    if (record.at("user").is("root")) {
      throw new IllegalStateException("secret of " + record.at("user").asText());
    }
    return false;
  });

  private Samples() {}

  static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name)
        .description("For tests")
        .logs(TYPE)
        .severity(Severity.HIGH)
        .outputs("slack:security", "pagerduty:oncall");
  }

  static LogRecord record(String json) {
    return LogRecord.of(TYPE, json);
  }

  /** A rule of code alone, which needs an owner for the user. */
  static final class OwnerRule implements Rule {

    private static final RuleSpec SPEC =
        Samples.spec("unknown_owner").publishersFor("slack", "add_record").build();

    @Override
    public RuleSpec spec() {
      return SPEC;
    }

    @Override
    public boolean matches(LogRecord record, RuleContext context) {
      String user = record.at("user").textOr("");
      context.put("seen", context.now().toString());
      return user.startsWith("svc-") && context.table("owners").get(user).isEmpty();
    }

    @Override
    public AlertDetails describe(LogRecord record, RuleContext context) {
      return AlertDetails.titled("Nobody owns " + record.at("user").asText());
    }
  }
}
