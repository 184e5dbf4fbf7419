package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The issue that GitHub is given of an alert. */
final class GitHubIssue {

  static final int LIMIT_TITLE = 256;
  static final int LIMIT_BODY = 65_536;
  static final int LIMIT_LABELS = 100;
  static final int LIMIT_LABEL = 50;

  private static final int LIMIT_DESCRIPTION = 20_000;
  private static final int LIMIT_RECORD = 45_000;

  private GitHubIssue() {}

  /** The issue, with labels that are written with commas between them. */
  static Map<String, Object> of(DeliveryRequest request, String labels) {
    Alert alert = request.alert();
    Publication publication = request.publication();
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("title", title(alert, publication));
    issue.put("body", Texts.elide(body(alert, publication), LIMIT_BODY));
    issue.put("labels", labels(labels));
    return issue;
  }

  private static String title(Alert alert, Publication publication) {
    String given = Texts.oneLine(publication.get(GitHub.TITLE).orElse(""));
    String standard = Texts.oneLine("StreamAlert: " + alert.ruleName());
    return Texts.elide(given.isEmpty() ? standard : given, LIMIT_TITLE);
  }

  private static String body(Alert alert, Publication publication) {
    return publication.get(GitHub.BODY).filter(text -> !text.isBlank()).orElseGet(() -> {
      String description = Texts.elide(alert.ruleDescription(), LIMIT_DESCRIPTION);
      // No line of this JSON begins with the three backticks that would end the block.
      String record = PrettyJson.fitted(LIMIT_RECORD, ShownRecord.of(publication));
      return "### Description\n" + description + "\n\n### Record\n```json\n" + record + "\n```";
    });
  }

  private static List<String> labels(String labels) {
    return Stream.of(labels.split(","))
        .map(label -> Texts.cut(Texts.oneLine(label), LIMIT_LABEL))
        .filter(label -> !label.isEmpty())
        .distinct()
        .limit(LIMIT_LABELS)
        .toList();
  }
}
