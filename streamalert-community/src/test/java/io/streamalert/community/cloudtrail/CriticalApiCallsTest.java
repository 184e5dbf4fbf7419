package io.streamalert.community.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalApiCallsTest {

  private static final String ORGANIZATIONS = "organizations.amazonaws.com";

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rules(new CriticalApiCalls())
      .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeleteFlowLogs",
        "DeleteSubnet",
        "DeleteVpc",
        "DeleteDBCluster",
        "DeleteCluster",
        "DeleteTrail",
        "PutEventSelectors",
        "UpdateTrail",
        "StopLogging",
        "DeleteDeliveryChannel",
        "StopConfigurationRecorder",
        "DeleteRule",
        "DisableRule",
        "DeleteDetector",
        "DeleteAccountPublicAccessBlock",
        "DisableEbsEncryptionByDefault"
      })
  void someCallsTriggerWhateverTheirParameters(String eventName) {
    assertThat(alerts(call("any.amazonaws.com", eventName, "null"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeTrails", "StartLogging", "stopLogging", "StopLogging2", ""})
  void otherCallsDoNot(String eventName) {
    assertThat(alerts(call("cloudtrail.amazonaws.com", eventName, "{\"enable\": false}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"enable\": false}",
        "{\"enable\": 0}",
        "{\"enable\": \"\"}",
        "{\"enable\": null}"
      })
  void detectorThatIsSwitchedOffTriggers(String parameters) {
    assertThat(alerts(call("guardduty.amazonaws.com", "UpdateDetector", parameters)))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"enable\": true}", "{\"enable\": \"false\"}", "{}", "null"})
  void detectorThatStaysOnDoesNot(String parameters) {
    assertThat(alerts(call("guardduty.amazonaws.com", "UpdateDetector", parameters)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PutBucketPublicAccessBlock, RestrictPublicBuckets",
    "PutBucketPublicAccessBlock, BlockPublicPolicy",
    "PutBucketPublicAccessBlock, BlockPublicAcls",
    "PutBucketPublicAccessBlock, IgnorePublicAcls",
    "PutAccountPublicAccessBlock, RestrictPublicBuckets",
    "PutAccountPublicAccessBlock, BlockPublicPolicy",
    "PutAccountPublicAccessBlock, BlockPublicAcls",
    "PutAccountPublicAccessBlock, IgnorePublicAcls"
  })
  void publicAccessThatIsAllowedTriggers(String eventName, String flag) {
    assertThat(alerts(publicAccessBlock(eventName, "{\"" + flag + "\": false}")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RestrictPublicBuckets\": true, \"BlockPublicPolicy\": true}",
        "{\"RestrictPublicBuckets\": 0, \"BlockPublicPolicy\": \"false\", \"BlockPublicAcls\": null}",
        "{\"AnotherFlag\": false}",
        "{}",
        "null"
      })
  void publicAccessThatStaysBlockedDoesNot(String configuration) {
    assertThat(alerts(publicAccessBlock("PutBucketPublicAccessBlock", configuration)))
        .isEmpty();
  }

  @Test
  void publicAccessCallWithoutParametersDoesNot() {
    assertThat(alerts(call("s3.amazonaws.com", "PutBucketPublicAccessBlock", "null")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AttachPolicy",
        "CreateOrganizationUnit",
        "CreatePolicy",
        "DeletePolicy",
        "DeleteOrganizationUnit",
        "DetachPolicy",
        "DisableAWSServiceAccess",
        "DisablePolicyType",
        "EnableAllFeatures",
        "EnableAWSServiceAccess",
        "EnablePolicyType",
        "LeaveOrganization",
        "MoveAccount",
        "RemoveAccountFromOrganization",
        "UpdatePolicy"
      })
  void changesToTheOrganizationTrigger(String eventName) {
    assertThat(alerts(call(ORGANIZATIONS, eventName, "{}"))).hasSize(1);
  }

  @Test
  void callsOfTheSameNameToOtherServicesDoNot() {
    assertThat(alerts(call("iam.amazonaws.com", "DeletePolicy", "{}"))).isEmpty();
  }

  @Test
  void readingTheOrganizationDoesNot() {
    assertThat(alerts(call(ORGANIZATIONS, "ListAccounts", "{}"))).isEmpty();
  }

  @Test
  void titleSaysWhoDidWhatFromWhere() {
    assertThat(alerts(call("cloudtrail.amazonaws.com", "StopLogging", "{\"name\": \"main\"}")))
        .extracting(Alert::title)
        .containsExactly(
            "backup-svc called StopLogging (cloudtrail.amazonaws.com) from 203.0.113.7, refused: AccessDenied");
  }

  @Test
  void titleCopesWithWhatIsAbsent() {
    String log = "{\"Records\": [" + bare("{\"type\": \"Root\"}") + ", " + bare("null") + "]}";

    assertThat(alerts(log))
        .extracting(Alert::title)
        .containsExactly(
            "Root called DeleteTrail (cloudtrail.amazonaws.com) from an unknown address",
            "Somebody called DeleteTrail (cloudtrail.amazonaws.com) from an unknown address");
  }

  private static String publicAccessBlock(String eventName, String configuration) {
    String parameters = "{\"PublicAccessBlockConfiguration\": " + configuration + "}";
    return call("s3.amazonaws.com", eventName, parameters);
  }

  private static String call(String eventSource, String eventName, String parameters) {
    return """
        {"Records": [{"eventVersion": "1.11", "eventID": "e-1", "eventType": "AwsApiCall",
          "eventTime": "2026-03-14T09:20:00Z", "awsRegion": "us-east-1",
          "eventSource": "%s", "eventName": "%s", "requestParameters": %s,
          "responseElements": null, "recipientAccountId": "111122223333",
          "sourceIPAddress": "203.0.113.7", "errorCode": "AccessDenied",
          "userIdentity": {"type": "IAMUser", "userName": "backup-svc"}}]}
        """.formatted(eventSource, eventName, parameters);
  }

  private static String bare(String identity) {
    return """
        {"eventVersion": "1.11", "eventID": "e-2", "eventType": "AwsApiCall",
          "eventTime": "2026-03-14T09:20:00Z", "awsRegion": "us-east-1",
          "eventSource": "cloudtrail.amazonaws.com", "eventName": "DeleteTrail",
          "requestParameters": null, "responseElements": null,
          "recipientAccountId": "111122223333", "userIdentity": %s}
        """.formatted(identity);
  }

  /** Fails if the log is not classified, so that 'no alert' never means 'not looked at'. */
  private List<Alert> alerts(String json) {
    RawLog log = RawLog.of(LogSource.of("s3", "acme-cloudtrail"), Position.of("test", json), json);
    var run = streamAlert.process(List.of(log));
    assertThat(run.classifications()).allMatch(Classification::isClassified);
    assertThat(run.failures()).isEmpty();
    return run.alerts();
  }
}
