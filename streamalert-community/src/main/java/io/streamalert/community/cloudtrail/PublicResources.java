package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.Map;
import java.util.TreeSet;

/**
 * Somebody sets a policy by which a bucket, queue, topic, key or the like is open to everybody.
 * Refused calls count.
 */
public final class PublicResources implements Rule {

  private static final String BUCKET_POLICY = "PutBucketPolicy";
  private static final String TOPIC_ATTRIBUTES = "SetTopicAttributes";

  /** Where the policy stands in the parameters of a call. */
  private static final Map<String, FieldPath> POLICIES = Map.ofEntries(
      Map.entry(BUCKET_POLICY, FieldPath.of("bucketPolicy")),
      Map.entry("CreateElasticsearchDomain", FieldPath.of("accessPolicies")),
      Map.entry("UpdateElasticsearchDomainConfig", FieldPath.of("accessPolicies")),
      Map.entry("SetVaultAccessPolicy", FieldPath.of("policy", "policy")),
      Map.entry("SetQueueAttributes", FieldPath.of("attributes", "Policy")),
      Map.entry(TOPIC_ATTRIBUTES, FieldPath.of("attributeValue")),
      Map.entry("CreateTopic", FieldPath.of("attributes", "Policy")),
      Map.entry("SetRepositoryPolicy", FieldPath.of("policyText")),
      Map.entry("PutKeyPolicy", FieldPath.of("policy")),
      Map.entry("CreateKey", FieldPath.of("policy")),
      Map.entry("PutResourcePolicy", FieldPath.of("resourcePolicy")));

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public PublicResources() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public PublicResources(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_public_resources")
        .description("A policy opens a resource to everybody")
        .logs(binding.records())
        .severity(Severity.HIGH)
        .attack("T1530", "T1537")
        .references(
            "https://attack.mitre.org/techniques/T1530/",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html")
        .falsePositives("Resources that are meant to be public, such as the files of a web site.")
        .runbook("Ask the caller whether the resource is meant to be public. If not, restore the "
            + "policy, and look at who used the resource since.")
        .where(field("eventName").isIn(new TreeSet<>(POLICIES.keySet())))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return ResourcePolicy.of(policy(record)).isInternetAccessible();
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.content())
        .title("opened a resource to everybody (" + record.at("eventName").asText() + ")"));
  }

  /** The policy of a bucket stands there as it is, others as JSON text. */
  private static FieldValue policy(LogRecord record) {
    FieldValue name = record.at("eventName");
    FieldValue parameters = record.at("requestParameters");
    FieldPath path = POLICIES.get(name.asText());
    if (path == null || isOtherAttribute(name, parameters)) {
      return FieldValue.missing();
    }
    FieldValue policy = parameters.at(path);
    return name.is(BUCKET_POLICY) ? policy : read(policy);
  }

  private static boolean isOtherAttribute(FieldValue name, FieldValue parameters) {
    return name.is(TOPIC_ATTRIBUTES) && !parameters.at("attributeName").is("Policy");
  }

  private static FieldValue read(FieldValue json) {
    return json.asString()
        .flatMap(text -> new JsonReader().read(text))
        .orElse(FieldValue.missing());
  }
}
