package io.streamalert.outputs;

import io.streamalert.publish.Publisher;
import io.streamalert.spi.PublisherProvider;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Publishers that lay out messages for {@link Slack}: first {@code slack_summary}, then any of the
 * others, each of which appends attachments. Their names in StreamAlert 3.5, such as {@code
 * publishers.community.slack.slack_layout.Summary}, are aliases. Thread-safe.
 */
public final class SlackLayout implements PublisherProvider {

  /** Where the summary looks for rules by default: {@value}. */
  public static final String DEFAULT_REPOSITORY = "https://github.com/airbnb/streamalert";

  private static final String FORMER_PACKAGE = "publishers.community.slack.slack_layout.";
  private static final Map<String, String> FORMER_NAMES = Map.of(
      "Summary", "slack_summary",
      "AttachRuleInfo", "slack_attach_rule_info",
      "AttachPublication", "slack_attach_publication",
      "AttachStringTemplate", "slack_attach_string_template",
      "AttachFullRecord", "slack_attach_full_record");

  /** Makes the provider. */
  public SlackLayout() {}

  /**
   * The publisher {@code slack_summary} for rules of another repository: replaces the publication by
   * a short message with name, author and description of the rule.
   *
   * @param repository the address of a repository on GitHub, without a slash at its end
   * @return the publisher, to be registered under a name of its own
   */
  public static Publisher summary(String repository) {
    return new SlackSummary(repository);
  }

  @Override
  public Map<String, Publisher> publishers() {
    return Map.of(
        "slack_summary",
        summary(DEFAULT_REPOSITORY),
        "slack_attach_rule_info",
        SlackAttachments::ruleInfo,
        "slack_attach_publication",
        SlackAttachments::previousPublication,
        "slack_attach_string_template",
        SlackAttachments::template,
        "slack_attach_full_record",
        new SlackFullRecord());
  }

  @Override
  public Map<String, String> aliases() {
    return FORMER_NAMES.entrySet().stream()
        .collect(Collectors.toMap(name -> FORMER_PACKAGE + name.getKey(), Map.Entry::getValue));
  }
}
