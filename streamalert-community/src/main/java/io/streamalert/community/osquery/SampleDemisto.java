package io.streamalert.community.osquery;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.util.Map;

/** An example of an output and its publisher, not for use as it is. */
public final class SampleDemisto implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("sample_demisto")
      .description("Example of an incident in Demisto")
      .logs("osquery:differential")
      .severity(Severity.LOW)
      .references("https://osquery.readthedocs.io/en/stable/deployment/logging/")
      .falsePositives("Everything: this is an example.")
      .runbook("Remove the example, or adapt it.")
      .where(field("hostIdentifier").is("sample_demisto"))
      .outputs("demisto:sample-integration")
      .publishers(DemistoClassification.NAME)
      .context(
          "demisto",
          Map.of(
              "incident_type",
              "My sample type",
              "playbook",
              "A Playbook",
              "severity",
              "informational"))
      .build();

  /** Makes the rule. */
  public SampleDemisto() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }
}
