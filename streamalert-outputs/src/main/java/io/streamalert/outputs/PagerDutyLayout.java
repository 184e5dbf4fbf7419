package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.PublicationKey;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.spi.PublisherProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Publishers for {@link PagerDutyV1}, {@link PagerDutyV2} and {@link PagerDutyIncident}. Their names
 * in StreamAlert 3.5, such as {@code publishers.community.pagerduty.pagerduty_layout.ShortenTitle},
 * are aliases. Thread-safe.
 */
public final class PagerDutyLayout implements PublisherProvider {

  private static final String FORMER_PACKAGE = "publishers.community.pagerduty.pagerduty_layout.";
  private static final Map<String, String> FORMER_NAMES = Map.of(
      "ShortenTitle", "pagerduty_shorten_title",
      "as_custom_details", "pagerduty_as_custom_details",
      "v2_high_urgency", "pagerduty_v2_high_urgency",
      "v2_low_urgency", "pagerduty_v2_low_urgency",
      "PrettyPrintArrays", "pagerduty_pretty_print_arrays",
      "AttachImage", "pagerduty_attach_image");
  private static final String OWN_PREFIX = "@pagerduty";
  private static final String RULE = "\n\n----------\n\n";
  private static final String SRC = "src";

  /** Makes the provider. */
  public PagerDutyLayout() {}

  /**
   * The publisher {@code pagerduty_attach_image} for another image.
   *
   * @param src the address of the image
   * @param href where a click on it leads to
   * @param alt what is shown instead of it
   * @return the publisher, to be registered under a name of its own
   */
  public static Publisher attachImage(String src, String href, String alt) {
    FieldValue image = FieldValue.of(Map.of(
        SRC,
        Objects.requireNonNull(src, SRC),
        "href",
        Objects.requireNonNull(href, "href"),
        "alt",
        Objects.requireNonNull(alt, "alt")));
    FieldValue context = FieldValue.of(Map.of("type", "image", SRC, src));
    return (alert, previous) ->
        appended(appended(previous, PagerDutyV2.IMAGES, image), PagerDutyV1.CONTEXTS, context);
  }

  private static Publication appended(
      Publication publication, PublicationKey<List<FieldValue>> key, FieldValue element) {
    List<FieldValue> elements = new ArrayList<>(publication.get(key).orElse(List.of()));
    elements.add(element);
    return publication.with(key, elements);
  }

  @Override
  public Map<String, Publisher> publishers() {
    return Map.of(
        "pagerduty_shorten_title",
        PagerDutyLayout::shortenTitle,
        "pagerduty_as_custom_details",
        PagerDutyLayout::asCustomDetails,
        "pagerduty_v2_high_urgency",
        (alert, previous) -> urgent(previous, "critical", "high"),
        "pagerduty_v2_low_urgency",
        (alert, previous) -> urgent(previous, "warning", "low"),
        "pagerduty_pretty_print_arrays",
        Publisher.joinArrays(RULE),
        "pagerduty_attach_image",
        attachImage(
            "https://streamalert.io/en/stable/_images/sa-complete-arch.png",
            "https://streamalert.io/en/stable/",
            "StreamAlert Docs"));
  }

  @Override
  public Map<String, String> aliases() {
    return FORMER_NAMES.entrySet().stream()
        .collect(Collectors.toMap(name -> FORMER_PACKAGE + name.getKey(), Map.Entry::getValue));
  }

  private static Publication shortenTitle(Alert alert, Publication previous) {
    return previous
        .with(PagerDutyV2.SUMMARY, alert.ruleName())
        .with(PagerDutyIncident.INCIDENT_TITLE, alert.ruleName())
        .with(PagerDutyV1.DESCRIPTION, alert.ruleName());
  }

  private static Publication asCustomDetails(Alert alert, Publication previous) {
    Map<String, FieldValue> details = new LinkedHashMap<>(previous.toFields());
    details.keySet().removeIf(name -> name.startsWith(OWN_PREFIX));
    return previous.with(PagerDutyV1.DETAILS, details).with(PagerDutyV2.CUSTOM_DETAILS, details);
  }

  private static Publication urgent(Publication previous, String severity, String urgency) {
    return previous.with(PagerDutyV2.SEVERITY, severity).with(PagerDutyIncident.URGENCY, urgency);
  }
}
