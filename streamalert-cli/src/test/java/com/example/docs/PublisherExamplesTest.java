package com.example.docs;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import io.streamalert.spi.PublisherProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the pages about publishers and dynamic outputs. */
class PublisherExamplesTest {

  // docs: publishers-rule
  static final Rule USER_MADE = Rule.of(RuleSpec.named("user_made")
      .description("Somebody made a user")
      .logs("cloudtrail:events")
      .where(field("eventName").is("CreateUser"))
      .outputs("slack:security", "file:alerts")
      .publishers("standard", "remove_internal_fields", "remove_fields")
      .publishersFor("slack", "one_line")
      .context("remove_fields", List.of("(?i)password", "^sessionContext$"))
      .build());
  // end

  // docs: publishers-own
  static final Publisher ONE_LINE = (alert, previous) ->
      Publication.empty().with("text", FieldValue.of(alert.title() + " (" + alert.id() + ")"));

  static final Publisher WITH_TEAM = (alert, previous) ->
      previous.with("team", alert.context().getOrDefault("team", FieldValue.missing()));
  // end

  // docs: publishers-provider
  public static final class AcmePublishers implements PublisherProvider {

    @Override
    public Map<String, Publisher> publishers() {
      return Map.of("one_line", ONE_LINE, "with_team", WITH_TEAM);
    }

    @Override
    public Map<String, String> aliases() {
      return Map.of("publishers.acme.texts.one_line", "one_line");
    }
  }
  // end

  private static final LogRecord CREATED = LogRecord.of("cloudtrail:events", """
      {"eventName": "CreateUser", "recipientAccountId": "111122223333",
       "requestParameters": {"userName": "eve", "passwordResetRequired": true}}
      """);

  private static Alert alert(StreamAlert streamAlert) {
    return streamAlert.evaluate(CREATED).alerts().get(0);
  }

  // docs: publishers-test
  @Test
  void passwordsAreNotPublished() {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .publishers(List.of(new AcmePublishers()))
        .rules(USER_MADE)
        .build();
    Alert alert = alert(streamAlert);

    Publication file = streamAlert.publishers().publish(alert, OutputId.of("file", "alerts"));
    Publication slack = streamAlert.publishers().publish(alert, OutputId.of("slack", "security"));

    assertThat(file.toJson()).contains("eve").doesNotContain("passwordResetRequired");
    assertThat(slack.keys()).containsExactly("text");
  }
  // end

  @Test
  void aPublisherSeesTheContext() {
    StreamAlert streamAlert =
        StreamAlert.builder().publishers(Map.of("with_team", WITH_TEAM)).build();
    Alert alert = Alert.builder("a_rule", CREATED, Instant.EPOCH)
        .context(Map.of("team", FieldValue.of("web")))
        .build();

    assertThat(streamAlert
            .publishers()
            .chain(List.of("with_team"))
            .publish(alert, Publication.empty())
            .toJson())
        .isEqualTo("{\"team\":\"web\"}");
  }

  // docs: dynamic-outputs
  static final Rule USER_MADE_BY_TEAM = Rule.of(
      RuleSpec.named("user_made_by_team")
          .logs("cloudtrail:events")
          .where(field("eventName").is("CreateUser"))
          .outputs("file:alerts")
          .dynamicOutputs(PublisherExamplesTest::channelOfTeam)
          .build(),
      (record, context) -> {
        String account = record.at("recipientAccountId").asText();
        context.table("owners").get(account).ifPresent(team -> context.put("team", team.asText()));
        return true;
      });

  static List<OutputId> channelOfTeam(LogRecord record, RuleContext context) {
    return context
        .get("team")
        .asString()
        .map(team -> List.of(OutputId.of("slack", team)))
        .orElse(List.of());
  }
  // end

  @Test
  void anAlertGoesToTheTeam() {
    // docs: dynamic-outputs-test
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .tables(LookupTables.builder()
            .add("owners", LookupTable.of(Map.of("111122223333", "web")))
            .build())
        .rules(USER_MADE_BY_TEAM)
        .build();

    assertThat(streamAlert.evaluate(CREATED).alerts().get(0).outputs())
        .contains(OutputId.of("file", "alerts"), OutputId.of("slack", "web"));
    // end
  }
}
