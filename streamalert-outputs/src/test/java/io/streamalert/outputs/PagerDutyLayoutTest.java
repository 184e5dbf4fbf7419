package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerDutyLayoutTest {

  private static final Alert ALERT = Requests.alert("A title");

  private static Publication published(String name, Publication previous) {
    return new PagerDutyLayout().publishers().get(name).publish(ALERT, previous);
  }

  private static Publication published(String name, Map<String, ?> previous) {
    return published(name, Publication.of(previous));
  }

  @Test
  void shortenTitle_BPub30() {
    assertThat(published("pagerduty_shorten_title", Map.of("a", 1)))
        .isEqualTo(Publication.of(Map.of(
            "a", 1,
            "@pagerduty-v2.summary", "a_rule",
            "@pagerduty-incident.incident_title", "a_rule",
            "@pagerduty.description", "a_rule")));
  }

  @Test
  void asCustomDetails_BPub31() {
    assertThat(published(
            "pagerduty_as_custom_details",
            Map.of("a", 1, "@slack.text", "b", "@pagerduty-v2.summary", "c")))
        .isEqualTo(Publication.of(Map.of(
            "a",
            1,
            "@slack.text",
            "b",
            "@pagerduty-v2.summary",
            "c",
            "@pagerduty.details",
            Map.of("a", 1, "@slack.text", "b"),
            "@pagerduty-v2.custom_details",
            Map.of("a", 1, "@slack.text", "b"))));
  }

  @Test
  void urgency_BPub32() {
    assertThat(published("pagerduty_v2_high_urgency", Map.of()))
        .isEqualTo(Publication.of(
            Map.of("@pagerduty-v2.severity", "critical", "@pagerduty-incident.urgency", "high")));
    assertThat(published("pagerduty_v2_low_urgency", Map.of()))
        .isEqualTo(Publication.of(
            Map.of("@pagerduty-v2.severity", "warning", "@pagerduty-incident.urgency", "low")));
  }

  @Test
  void prettyPrintArrays_BPub33() {
    assertThat(published(
            "pagerduty_pretty_print_arrays", Map.of("a", Map.of("b", List.of(1, "x")))))
        .isEqualTo(Publication.of(Map.of("a", Map.of("b", "1\n\n----------\n\nx"))));
  }

  @Test
  void attachImage_BPub34() {
    Publication once = PagerDutyLayout.attachImage(
            "https://a.test/i.png", "https://a.test", "An image")
        .publish(ALERT, Publication.empty());

    assertThat(once)
        .isEqualTo(Publication.of(Map.of(
            "@pagerduty-v2.images",
                List.of(Map.of(
                    "src", "https://a.test/i.png", "href", "https://a.test", "alt", "An image")),
            "@pagerduty.contexts",
                List.of(Map.of("type", "image", "src", "https://a.test/i.png")))));
    assertThat(published("pagerduty_attach_image", once).get(PagerDutyV2.IMAGES).orElseThrow())
        .hasSize(2);
  }

  @Test
  void theFormerNamesAreAliases() {
    Publishers publishers = SlackLayoutTest.publishers();
    String former = "publishers.community.pagerduty.pagerduty_layout.";

    assertThat(publishers.unknown(List.of(
            former + "ShortenTitle",
            former + "as_custom_details",
            former + "v2_high_urgency",
            former + "v2_low_urgency",
            former + "PrettyPrintArrays",
            former + "AttachImage")))
        .isEmpty();
  }
}
