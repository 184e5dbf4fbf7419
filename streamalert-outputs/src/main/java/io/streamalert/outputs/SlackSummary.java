package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A short message about the rule, in place of the publication, which is kept for others. */
final class SlackSummary implements Publisher {

  /** Under this name the publication is kept that was there before. */
  static final String PREVIOUS = "@slack._previous_publication";

  private static final String RED = "#ff5a5f";

  private final String repository;

  SlackSummary(String repository) {
    this.repository = Objects.requireNonNull(repository, "repository");
  }

  @Override
  public Publication publish(Alert alert, Publication previous) {
    RuleText rule = RuleText.of(alert.ruleDescription());
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("title", alert.ruleName());
    attachment.put("title_link", link(alert.ruleName()));
    attachment.put("author_name", rule.author());
    attachment.put("color", RED);
    attachment.put("text", Texts.escape(rule.description()));
    attachment.put("ts", alert.created().getEpochSecond());
    return Publication.empty()
        .with(Slack.TEXT, "Rule triggered")
        .with(Slack.ATTACHMENTS, List.of(FieldValue.of(attachment)))
        .with(PREVIOUS, FieldValue.map(previous.toFields()));
  }

  private String link(String ruleName) {
    String query = URLEncoder.encode(ruleName + " path:/rules", StandardCharsets.UTF_8);
    return repository + "/search?q=" + query;
  }
}
