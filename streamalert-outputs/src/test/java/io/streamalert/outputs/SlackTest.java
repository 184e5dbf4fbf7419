package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlackTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("slack");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Slack.to(id("slack"), credentials.of(service + "/services/T0/B0/" + SECRET), http);
  }

  private static Alert alert(String record) {
    return Alert.builder("a_rule", LogRecord.of("acme:login", record), Instant.EPOCH)
        .description("Somebody logged in.")
        .build();
  }

  private FieldValue sent(Publication publication) {
    FieldValue message = sent(alert("{}"), publication);
    FIELDS.check(received().get(received().size() - 1));
    return message;
  }

  private static List<String> texts(FieldValue message, String name) {
    return message.at("attachments").elements().stream()
        .map(attachment -> attachment.at(name).asText())
        .toList();
  }

  @Test
  void theRecordIsTheMessage() {
    Alert alert = alert("{\"b\":{\"x\":[1,{\"y\":\"<&\\\"'>\"}],\"e\":{}},\"a\":null,\"l\":[]}");
    FieldValue message = sent(alert, standard(alert));

    assertThat(message)
        .isEqualTo(FieldValue.of(Map.of(
            "text",
            "*StreamAlert Rule Triggered: a_rule*",
            "mrkdwn",
            true,
            "attachments",
            List.of(Map.of(
                "fallback", "*StreamAlert Rule Triggered: a_rule*",
                "color", "#b22222",
                "pretext", "Somebody logged in.",
                "title", "Record:",
                "text",
                    "*a:* None\n*b:*\n\t*e:* {}\n\t*x:*\n\t\t*[1]* 1\n\t\t*[2]*\n"
                        + "\t\t\t*y:* &lt;&amp;&quot;&#x27;&gt;\n*l:* []",
                "mrkdwn_in", List.of("text", "pretext"))))));
    FIELDS.check(received().get(0));
    assertThat(service().received().get(0).path()).isEqualTo("/services/T0/B0/" + SECRET);
    assertThat(service().received().get(0).headers())
        .containsEntry("content-type", "application/json; charset=utf-8");
  }

  @Test
  void aLongRecordHasParts() {
    String lines = "x".repeat(99) + "\n";
    Publication publication =
        Publication.of(Map.of("record", Map.of("a", lines.repeat(100)), "rule_description", "Why"));
    FieldValue message = sent(publication);

    assertThat(texts(message, "title"))
        .containsExactly("Record (Part 1 of 3):", "Record (Part 2 of 3):", "Record (Part 3 of 3):");
    assertThat(texts(message, "pretext")).containsExactly("Why", "", "");
    assertThat(String.join("\n", texts(message, "text"))).isEqualTo("*a:* " + lines.repeat(100));
  }

  @Test
  void thereAreTwentyPartsAtMost() {
    FieldValue message = sent(Publication.of(Map.of("record", Map.of("a", "x".repeat(1_000_000)))));

    assertThat(texts(message, "title")).hasSize(20).endsWith("Record (Part 20 of 20):");
  }

  @Test
  void withoutRecordThePayloadIsShown() {
    assertThat(texts(sent(Publication.of(Map.of("host", "web-1", "@slack.other", 1))), "text"))
        .containsExactly("*host:* web-1");
    assertThat(texts(sent(Publication.of(Map.of("@slack.text", "Hello"))), "text"))
        .isEmpty();
  }

  @Test
  void publishersSayTextAndAttachments() {
    FieldValue message = sent(Publication.empty()
        .with(Slack.TEXT, "Hello")
        .with(
            Slack.ATTACHMENTS,
            List.of(
                FieldValue.of(Map.of("text", "y".repeat(5_000), "title", "One")),
                FieldValue.of("no map"))));

    assertThat(message.at("text").asText()).isEqualTo("Hello");
    assertThat(message.at("attachments").elements()).singleElement().satisfies(attachment -> {
      assertThat(attachment.at("fallback").asText()).isEqualTo("Hello");
      assertThat(attachment.at("color").asText()).isEqualTo("#36a64f");
      assertThat(attachment.at("title").asText()).isEqualTo("One");
      assertThat(attachment.at("text").asText())
          .isEqualTo("y".repeat(1_997) + " ... " + "y".repeat(1_997));
      assertThat(attachment.at("footer").asText()).isEmpty();
      assertThat(attachment.at("ts").asText()).isEmpty();
    });
    assertThat(texts(
            sent(Publication.empty()
                .with(Slack.ATTACHMENTS, Collections.nCopies(30, FieldValue.of(Map.of())))),
            "fallback"))
        .hasSize(20);
  }

  @Test
  void publishersSayBlocks() {
    FieldValue header = FieldValue.of(
        Map.of("type", "header", "text", Map.of("type", "plain_text", "text", "h".repeat(200))));
    FieldValue section = FieldValue.of(Map.of(
        "type", "section",
        "text", Map.of("type", "mrkdwn", "text", "s".repeat(4_000)),
        "fields", Collections.nCopies(12, Map.of("type", "mrkdwn", "text", "f".repeat(3_000)))));
    FieldValue message = sent(Publication.of(Map.of("record", Map.of("a", 1)))
        .with(Slack.BLOCKS, List.of(header, FieldValue.of(1), section)));

    assertThat(message.at("attachments").elements()).isEmpty();
    List<FieldValue> blocks = message.at("blocks").elements();
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0).at("text", "text").asText()).hasSizeBetween(148, 150);
    assertThat(blocks.get(1).at("text", "text").asText()).hasSizeBetween(2_998, 3_000);
    assertThat(blocks.get(1).at("fields").elements()).hasSize(10);
    assertThat(sent(Publication.empty()
                .with(
                    Slack.BLOCKS,
                    Collections.nCopies(60, FieldValue.of(Map.of("type", "divider")))))
            .at("blocks")
            .elements())
        .hasSize(50);
  }

  @Test
  void theWordOfSlackIsToldIfItIsOneOfItsOwn() {
    assertThat(attempt(
            at(server().always(Fault.answer(404, Map.of(), "channel_not_found\n"))),
            Duration.ofSeconds(10)))
        .isEqualTo(
            Delivery.rejected("slack answered 404 (channel_not_found): it does not take this."));
    assertThat(attempt(
            at(server().always(Fault.answer(400, Map.of(), "invalid: ann"))),
            Duration.ofSeconds(10)))
        .isEqualTo(Delivery.rejected("slack answered 400: it does not take this."));
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "slack", "url masked credential", Map.of("url", "https://hooks.slack.com/services/T/B/x"));
    assertThat(new Slack().properties().get(0).check("http://hooks.slack.com/")).isPresent();
  }

  @Test
  void partsLoseNothing() {
    for (String text : List.of(
        "x".repeat(25), "abc def ".repeat(5), "&amp;".repeat(9), "\ud83d\ude00".repeat(17))) {
      List<String> parts = Texts.parts(text, 10);
      assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(10));
      assertThat(parts.stream().collect(Collectors.joining()).replace(" ", ""))
          .isEqualTo(text.replace(" ", ""));
      assertThat(parts).noneMatch(part -> part.startsWith("amp") || part.startsWith("\ude00"));
    }
  }
}
