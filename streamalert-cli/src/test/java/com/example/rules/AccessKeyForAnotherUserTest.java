package com.example.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

// docs: rule-test
class AccessKeyForAnotherUserTest {

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rules(new AccessKeyForAnotherUser())
      .build();

  @Test
  void keyForAnotherUserIsAnAlert() {
    assertThat(alerts("mallory", "alice").get(0).title())
        .isEqualTo("mallory created an access key for alice");
  }

  @Test
  void ownKeyIsNot() {
    assertThat(alerts("alice", "alice")).isEmpty();
  }

  private List<Alert> alerts(String caller, String owner) {
    LogRecord record = LogRecord.of("cloudtrail:events", """
        {"eventName": "CreateAccessKey", "userIdentity": {"userName": "%s"},
         "requestParameters": {"userName": "%s"}}
        """.formatted(caller, owner));
    return streamAlert.evaluate(record).alerts();
  }
}
// end
