package io.streamalert.community.cloudwatch;

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
import org.junit.jupiter.params.provider.ValueSource;

class RootAccountUsageTest {

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rules(new RootAccountUsage())
      .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userIdentity\": {\"type\": \"Root\"}, \"eventType\": \"AwsConsoleSignIn\"}",
        "{\"userIdentity\": {\"type\": \"Root\", \"invokedBy\": null}, \"eventType\": \"AwsApiCall\"}",
        "{\"userIdentity\": {\"type\": \"Root\"}, \"eventType\": null}"
      })
  void rootAtWorkTriggers(String detail) {
    assertThat(alerts(detail)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userIdentity\": {\"type\": \"IAMUser\"}, \"eventType\": \"AwsConsoleSignIn\"}",
        "{\"userIdentity\": {\"type\": \"root\"}, \"eventType\": \"AwsConsoleSignIn\"}",
        "{\"userIdentity\": {\"type\": \"Root\", \"invokedBy\": \"s3.amazonaws.com\"}, \"eventType\": \"AwsApiCall\"}",
        "{\"userIdentity\": {\"type\": \"Root\"}, \"eventType\": \"AwsServiceEvent\"}",
        "{\"userIdentity\": {\"type\": \"Root\"}}",
        "{\"userIdentity\": null, \"eventType\": \"AwsApiCall\"}",
        "{\"userIdentity\": \"Root\", \"eventType\": \"AwsApiCall\"}",
        "{\"eventType\": \"AwsApiCall\"}",
        "{}"
      })
  void othersAndAwsItselfDoNot(String detail) {
    assertThat(alerts(detail)).isEmpty();
  }

  @Test
  void titleSaysWhatWasDoneFromWhere() {
    String detail = """
        {"userIdentity": {"type": "Root"}, "eventType": "AwsConsoleSignIn",
          "eventName": "ConsoleLogin", "sourceIPAddress": "203.0.113.7"}
        """;

    assertThat(alerts(detail))
        .extracting(Alert::title)
        .containsExactly(
            "Root credentials of account 111122223333 were used from 203.0.113.7: ConsoleLogin");
  }

  @Test
  void titleCopesWithWhatIsAbsent() {
    assertThat(alerts("{\"userIdentity\": {\"type\": \"Root\"}, \"eventType\": null}"))
        .extracting(Alert::title)
        .containsExactly("Root credentials of account 111122223333 were used "
            + "from an unknown address: an unknown action");
  }

  /** Fails if the log is not classified, so that 'no alert' never means 'not looked at'. */
  private List<Alert> alerts(String detail) {
    String json = """
        {"version": "0", "id": "i-1", "detail-type": "AWS API Call via CloudTrail",
          "source": "aws.signin", "account": "111122223333", "time": "2026-03-14T09:14:00Z",
          "region": "us-east-1", "resources": [], "detail": %s}
        """.formatted(detail);
    RawLog log =
        RawLog.of(LogSource.of("kinesis", "acme-security"), Position.of("test", "1"), json);
    var run = streamAlert.process(List.of(log));
    assertThat(run.classifications()).allMatch(Classification::isClassified);
    assertThat(run.failures()).isEmpty();
    return run.alerts();
  }
}
