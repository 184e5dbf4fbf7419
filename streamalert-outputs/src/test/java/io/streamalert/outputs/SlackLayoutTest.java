package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertBuilder;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.publish.Publishers;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.spi.PublisherProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SlackLayoutTest {

  private static final String TEXT = """
      Somebody made a <user>
      & deleted it.
      Author: ann
      Reference: https://acme.test/
                 page
      Playbook: Ask.

                Then act.
      """;

  private static AlertBuilder builder(String record) {
    return Alert.builder(
            "user_made",
            LogRecord.builder(LogType.of("acme:login"), FieldValue.parse(record))
                .source(LogSource.of("kinesis", "stream_1"))
                .build(),
            Instant.parse("2026-01-01T12:00:00.5Z"))
        .description(TEXT);
  }

  private static final Alert ALERT = builder("{\"b\":\"<\",\"a\":1}").build();

  static Publishers publishers() {
    Publishers.Builder all = Publishers.builder();
    ServiceLoader.load(PublisherProvider.class).forEach(provider -> {
      all.addAll(provider.publishers());
      provider.aliases().forEach(all::alias);
    });
    return all.build();
  }

  private static Publication published(Alert alert, String... names) {
    return publishers().chain(List.of(names)).publish(alert, Publication.empty());
  }

  private static Map<String, Object> summary() {
    return Map.of(
        "title", "user_made",
        "title_link", "https://github.com/airbnb/streamalert/search?q=user_made+path%3A%2Frules",
        "author_name", "ann",
        "color", "#ff5a5f",
        "text", "Somebody made a &lt;user&gt; &amp; deleted it.",
        "ts", 1767268800);
  }

  @Test
  void summary_BPub20() {
    assertThat(published(ALERT, "blank", "slack_summary"))
        .isEqualTo(Publication.of(Map.of(
            "@slack.text", "Rule triggered",
            "@slack.attachments", List.of(summary()),
            "@slack._previous_publication", Map.of())));
  }

  @Test
  void theRepositoryCanBeAnother() {
    Publication publication =
        SlackLayout.summary("https://github.com/acme/rules").publish(ALERT, Publication.empty());

    assertThat(publication
            .get(Slack.ATTACHMENTS)
            .orElseThrow()
            .get(0)
            .at("title_link")
            .asText())
        .isEqualTo("https://github.com/acme/rules/search?q=user_made+path%3A%2Frules");
  }

  private static FieldValue last(Publication publication) {
    List<FieldValue> attachments = publication.get(Slack.ATTACHMENTS).orElseThrow();
    return attachments.get(attachments.size() - 1);
  }

  @Test
  void ruleInfo_BPub21() {
    assertThat(last(published(ALERT, "slack_summary", "slack_attach_rule_info")))
        .isEqualTo(FieldValue.of(Map.of(
            "color",
            "#8ce071",
            "fields",
            List.of(
                Map.of("title", "Reference", "value", "https://acme.test/page"),
                Map.of("title", "Playbook", "value", "Ask.\nThen act.")))));
  }

  @Test
  void previousPublication_BPub22() {
    assertThat(last(published(ALERT, "add_record", "slack_summary", "slack_attach_publication")))
        .isEqualTo(FieldValue.of(Map.of(
            "color", "#00d1c1",
            "text", "```\n{\n  \"record\": {\n    \"a\": 1,\n    \"b\": \"&lt;\"\n  }\n}\n```",
            "mrkdwn_in", List.of("text"))));
    assertThat(published(ALERT, "add_record", "slack_attach_publication"))
        .isEqualTo(published(ALERT, "add_record"));
  }

  @Test
  void template_BPub23() {
    Alert alert = builder("{\"b\":\"<\",\"a\":1}")
        .context(Map.of(
            "slack_message_template",
            FieldValue.of("{{x}} {record[b]} is {record[a]}, {other} {record[a][z]} $1")))
        .build();

    assertThat(last(published(alert, "add_record", "slack_attach_string_template")))
        .isEqualTo(FieldValue.of(Map.of(
            "color", "#ffb400",
            "text", "{x} &lt; is 1, {other} {record[a][z]} $1",
            "mrkdwn_in", List.of("text"))));
    assertThat(last(published(alert, "add_record", "slack_summary", "slack_attach_string_template"))
            .at("text")
            .asText())
        .startsWith("{x} &lt; is 1");
    assertThat(last(published(ALERT, "slack_attach_string_template")).at("text").asText())
        .isEqualTo("[MISSING TEMPLATE]");
  }

  @Test
  void fullRecord_BPub24() {
    assertThat(last(published(ALERT, "slack_summary", "slack_attach_full_record")))
        .isEqualTo(FieldValue.of(Map.of(
            "color", "#7b0051",
            "text", "```\n{\n  \"a\": 1,\n  \"b\": \"&lt;\"\n}\n```",
            "mrkdwn_in", List.of("text"),
            "title", "Record",
            "author_name", "stream_1",
            "fields", List.of(Map.of("title", "Alert Id", "value", ALERT.id().toString())),
            "footer", "via <https://console.aws.amazon.com/kinesis/home|kinesis>")));
  }

  @Test
  void aLongRecordHasParts() {
    Alert alert =
        builder("{\"l\":[" + "\"xxxxxxxxxxxxxxxxxxxxx\",".repeat(300) + "1]}").build();
    List<FieldValue> attachments =
        published(alert, "slack_attach_full_record").get(Slack.ATTACHMENTS).orElseThrow();

    assertThat(attachments)
        .hasSize(3)
        .allSatisfy(attachment ->
            assertThat(attachment.at("text").asText()).hasSizeLessThanOrEqualTo(3_998));
    assertThat(attachments.stream().filter(part -> part.at("title").exists())).hasSize(1);
    assertThat(attachments.stream().filter(part -> part.at("footer").exists()))
        .containsExactly(attachments.get(2));
  }

  @Test
  void theFormerNamesAreAliases() {
    String former = "publishers.community.slack.slack_layout.";
    Publishers publishers = publishers();

    assertThat(publishers.unknown(List.of(
            former + "Summary",
            former + "AttachRuleInfo",
            former + "AttachPublication",
            former + "AttachStringTemplate",
            former + "AttachFullRecord")))
        .isEmpty();
    Publisher chain = publishers.chain(List.of("blank", former + "Summary"));
    assertThat(chain.publish(ALERT, Publication.empty()))
        .isEqualTo(published(ALERT, "blank", "slack_summary"));
  }

  @Test
  void descriptions_BPub50() {
    RuleText text =
        RuleText.of("One\ntwo\n\nthree\nmaintainer: bob\nhttp://a.test/\nx: https:\n//y");

    assertThat(text.description()).isEqualTo("One two\nthree");
    assertThat(text.author()).isEqualTo("bob http://a.test/");
    assertThat(text.others()).containsExactly(Map.entry("x", "https://y"));
    assertThat(RuleText.of("").description()).isEmpty();
    assertThat(RuleText.of("A label of more than twenty: no").description())
        .isEqualTo("A label of more than twenty: no");
  }
}
