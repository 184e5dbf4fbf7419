package io.streamalert.testkit.contracts;

import static io.streamalert.condition.Condition.field;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testkit.RuleContract;
import java.util.Collection;
import java.util.List;

/** A rule that keeps the contract. */
class SoundRuleTest extends RuleContract {

  static final LogSchema SCHEMA = LogSchema.named("acme:login")
      .field("user", FieldType.string())
      .optionalField("device", FieldType.any())
      .build();

  @Override
  protected Rule rule() {
    return Rule.of(
        RuleSpec.named("sound")
            .description("For tests")
            .logs("acme:login")
            .where(field("user").startsWith("svc-"))
            .build(),
        (record, context) -> record.at("device", "trusted").is(false));
  }

  @Override
  protected Collection<LogSchema> schemas() {
    return List.of(SCHEMA);
  }
}
