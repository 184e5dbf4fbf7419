package com.example.detections;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleLoginWithoutMfaTest {

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rules(new ConsoleLoginWithoutMfa())
      .build();

  @Test
  void passwordAloneIsAnAlert() {
    assertThat(alerts(signIn("IAMUser", "Success", "No")))
        .extracting(Alert::title)
        .containsExactly(
            "alice signed in to the console of account 111122223333 without MFA, from 198.51.100.23");
  }

  @Test
  void secondFactorIsNot() {
    assertThat(alerts(signIn("IAMUser", "Success", "Yes"))).isEmpty();
  }

  @Test
  void failedSignInIsNot() {
    assertThat(alerts(signIn("IAMUser", "Failure", "No"))).isEmpty();
  }

  @Test
  void singleSignOnIsNot() {
    assertThat(alerts(signIn("AssumedRole", "Success", "No"))).isEmpty();
  }

  @Test
  void ruleSaysWhichClauseDidNotHold() {
    assertThat(new ConsoleLoginWithoutMfa()
            .spec()
            .condition()
            .explain(record(signIn("IAMUser", "Success", "Yes")))
            .toString())
        .contains("MFAUsed");
  }

  private static FieldValue signIn(String identity, String result, String mfaUsed) {
    return FieldValue.of(Map.of(
        "eventName",
        "ConsoleLogin",
        "userIdentity",
        Map.of("type", identity, "userName", "alice"),
        "responseElements",
        Map.of("ConsoleLogin", result),
        "additionalEventData",
        Map.of("MFAUsed", mfaUsed),
        "recipientAccountId",
        "111122223333",
        "sourceIPAddress",
        "198.51.100.23"));
  }

  private static LogRecord record(FieldValue content) {
    return LogRecord.builder(LogType.of("cloudtrail:events"), content).build();
  }

  private List<Alert> alerts(FieldValue content) {
    return streamAlert.evaluate(List.of(record(content))).get(0).alerts();
  }
}
