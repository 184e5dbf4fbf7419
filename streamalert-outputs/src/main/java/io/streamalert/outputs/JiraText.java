package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Jira is told of an alert. */
final class JiraText {

  static final int LIMIT_SUMMARY = 255;
  static final int LIMIT_TEXT = 32_767;

  private static final String BEGIN = "{code:json}\n";
  private static final String END = "\n{code}";

  private final String summary;
  private final String description;

  JiraText(DeliveryRequest request) {
    Alert alert = request.alert();
    Publication publication = request.publication();
    String given = Texts.oneLine(publication.get(Jira.ISSUE_SUMMARY).orElse(""));
    summary = Texts.elide(
        given.isEmpty() ? Texts.oneLine("StreamAlert " + alert.ruleName()) : given, LIMIT_SUMMARY);
    description = publication
        .get(Jira.DESCRIPTION)
        .filter(text -> !text.isBlank())
        .map(text -> Texts.elide(text, LIMIT_TEXT))
        .orElseGet(() -> json(publication));
  }

  private static String json(Publication publication) {
    int most = LIMIT_TEXT - BEGIN.length() - END.length();
    FieldValue payload = FieldValue.map(publication.payload().toFields());
    return BEGIN + Texts.elide(inMacro(PrettyJson.fitted(most, payload)), most) + END;
  }

  /** The same JSON, in which nothing can end the macro that it stands in. */
  private static String inMacro(String json) {
    return json.replace("{c", "{\\u0063").replace("{C", "{\\u0043");
  }

  /** In one line; two alerts with the same one may share an issue. */
  String summary() {
    return summary;
  }

  Map<String, Object> issue(String project, String type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("project", Map.of("key", project));
    fields.put("summary", summary);
    fields.put("description", description);
    fields.put("issuetype", Map.of("name", type));
    return Map.of("fields", fields);
  }

  Map<String, Object> comment() {
    return Map.of("body", description);
  }
}
