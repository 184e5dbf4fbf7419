package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Publishers that append one attachment. */
final class SlackAttachments {

  /** The longest content of a block of code that is not cut when it is sent. */
  static final int LIMIT_CODE = 3_990;

  private static final String GREEN = "#8ce071";
  private static final String TURQUOISE = "#00d1c1";
  private static final String YELLOW = "#ffb400";
  private static final String COLOUR = "color";
  private static final String TEXT = "text";
  private static final String MARKED_UP = "mrkdwn_in";

  private SlackAttachments() {}

  /** A field for each field of the description, but for the author. */
  static Publication ruleInfo(Alert alert, Publication previous) {
    List<Map<String, String>> fields = new ArrayList<>();
    RuleText.of(alert.ruleDescription())
        .others()
        .forEach((name, value) ->
            fields.add(Map.of("title", capitalized(name), "value", Texts.escape(value))));
    return appended(previous, Map.of(COLOUR, GREEN, "fields", fields));
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** What was published before the summary; without a summary nothing. */
  static Publication previousPublication(Alert alert, Publication previous) {
    FieldValue before = previous.get(SlackSummary.PREVIOUS);
    if (!before.exists() || previous.get(Slack.ATTACHMENTS).isEmpty()) {
      return previous;
    }
    String json = Texts.elide(Texts.escape(PrettyJson.of(before)), LIMIT_CODE);
    return appended(
        previous, Map.of(COLOUR, TURQUOISE, TEXT, code(json), MARKED_UP, List.of(TEXT)));
  }

  /** A text of the rule with values of the publication. */
  static Publication template(Alert alert, Publication previous) {
    FieldValue before = previous.get(SlackSummary.PREVIOUS);
    String template = alert
        .context()
        .getOrDefault("slack_message_template", FieldValue.missing())
        .textOr("[MISSING TEMPLATE]");
    String filled = new TextTemplate(template)
        .filled(before.exists() ? Publication.of(before.fields()) : previous);
    return appended(
        previous, Map.of(COLOUR, YELLOW, TEXT, Texts.escape(filled), MARKED_UP, List.of(TEXT)));
  }

  static String code(String text) {
    return "```\n" + text + "\n```";
  }

  static Publication appended(Publication publication, Map<String, ?> attachment) {
    List<FieldValue> attachments =
        new ArrayList<>(publication.get(Slack.ATTACHMENTS).orElse(List.of()));
    attachments.add(FieldValue.of(attachment));
    return publication.with(Slack.ATTACHMENTS, attachments);
  }
}
