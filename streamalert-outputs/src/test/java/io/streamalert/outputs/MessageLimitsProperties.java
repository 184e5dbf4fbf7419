package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.record.FieldValue;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the alert is, its message is one that the service takes. */
class MessageLimitsProperties {

  private static final WireFields SLACK = WireFields.of("slack");
  private static final WireFields PAGER_DUTY = WireFields.of("pagerduty");
  private static final WireFields PAGER_DUTY_V2 = WireFields.of("pagerduty-v2");
  private static final WireFields CONNECTOR = WireFields.of("teams-connector");
  private static final WireFields ADAPTIVE = WireFields.of("teams-adaptive");
  private static final WireFields JIRA_ISSUE = WireFields.of("jira-issue");
  private static final WireFields JIRA_COMMENT = WireFields.of("jira-comment");
  private static final WireFields GITHUB = WireFields.of("github");
  private static final WireFields OPSGENIE = WireFields.of("opsgenie");
  private static final WireFields VICTOR_OPS = WireFields.of("victorops");

  @Provide
  Arbitrary<Alert> alerts() {
    return AnyAlerts.alerts();
  }

  @Provide
  Arbitrary<FieldValue> values() {
    return AnyAlerts.values();
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyAlerts.texts();
  }

  @Property(tries = 30)
  void anyAlertIsWithinTheLimits(@ForAll("alerts") Alert alert) {
    check(AnyAlerts.request(alert));
  }

  @Example
  void manyLargePartsAreWithinTheLimits() {
    check(AnyAlerts.request(AnyAlerts.merged()));
  }

  private static void check(DeliveryRequest request) {
    PagerDutyEvent event = new PagerDutyEvent(request);
    TeamsCard card = new TeamsCard(request);
    SLACK.check(WireJson.of(SlackMessage.of(request)));
    PAGER_DUTY.check(WireJson.of(event.first("key", "team:1")));
    PAGER_DUTY_V2.check(WireJson.of(event.second("key", "team:1", true)));
    CONNECTOR.check(WireJson.of(ConnectorCard.of(card)));
    ADAPTIVE.check(WireJson.of(AdaptiveCard.of(card)));
    JiraText jira = new JiraText(request);
    JIRA_ISSUE.check(WireJson.of(jira.issue("SEC", "Task")));
    JIRA_COMMENT.check(WireJson.of(jira.comment()));
    GITHUB.check(WireJson.of(GitHubIssue.of(request, "alert,security")));
    OPSGENIE.check(WireJson.of(OpsgenieAlert.of(request, "team:1")));
    VICTOR_OPS.check(WireJson.of(VictorOpsMessage.of(request, "team:1")));
  }

  @Property(tries = 100)
  void whatIsFittedFits(
      @ForAll("values") FieldValue value, @ForAll @IntRange(min = 40, max = 50_000) int bytes) {
    FieldValue fitted = Fitted.into(bytes, value);

    assertThat(Fitted.bytes(fitted)).isLessThanOrEqualTo(bytes);
    assertThat(Fitted.into(bytes, fitted)).isEqualTo(fitted);
  }

  @Property(tries = 100)
  void elisionKeepsBothEnds(
      @ForAll("texts") String text, @ForAll @IntRange(min = 10, max = 5_000) int most) {
    String elided = Texts.elide(text, most);

    assertThat(elided).hasSizeLessThanOrEqualTo(Math.max(most, 0));
    if (text.length() > most) {
      String[] ends = elided.split(" \\.\\.\\. ", 2);
      assertThat(text).startsWith(ends[0]);
      assertThat(elided).contains(" ... ");
    }
  }
}
