package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.LogSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole record as JSON, in as many attachments as it takes. */
final class SlackFullRecord implements Publisher {

  private static final String PURPLE = "#7b0051";
  private static final String CONSOLE = "https://console.aws.amazon.com/";

  @Override
  public Publication publish(Alert alert, Publication previous) {
    String json = Texts.escape(PrettyJson.of(alert.record().content()));
    List<String> parts = Texts.parts(json, SlackAttachments.LIMIT_CODE);
    Publication publication = previous;
    for (int index = 0; index < parts.size(); index++) {
      Map<String, Object> attachment = new LinkedHashMap<>();
      attachment.put("color", PURPLE);
      attachment.put("text", SlackAttachments.code(parts.get(index)));
      attachment.put("mrkdwn_in", List.of("text"));
      if (index == 0) {
        attachment.put("title", "Record");
        attachment.put("author_name", alert.record().source().resource());
      }
      if (index == parts.size() - 1) {
        attachment.putAll(end(alert));
      }
      publication = SlackAttachments.appended(publication, attachment);
    }
    return publication;
  }

  private static Map<String, Object> end(Alert alert) {
    LogSource source = alert.record().source();
    return Map.of(
        "fields",
        List.of(Map.of("title", "Alert Id", "value", alert.id().toString())),
        "footer",
        "via <" + CONSOLE + source.service() + "/home|" + source.service() + ">");
  }
}
