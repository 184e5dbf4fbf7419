package com.acme.detections;

import static io.streamalert.testkit.StreamAlertAssertions.assertThat;

import io.streamalert.community.CommunitySchemas;
import io.streamalert.testkit.SampleLog;
import io.streamalert.testkit.StreamAlertExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyForSomebodyElseTest {

  // docs: table
  @RegisterExtension
  static final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
      .schemas(CommunitySchemas.all())
      .rules(new KeyForSomebodyElse())
      .table("key_makers", Map.of("provisioning", "team-platform"))
      .build();
  // end

  private final SampleLog forBob = SampleLog.of("cloudtrail:events").override("""
      {"eventName": "CreateAccessKey",
       "userIdentity": {"userName": "alice"},
       "requestParameters": {"userName": "bob"}}
      """);

  // docs: alert
  @Test
  void alertSaysWhoAndForWhom() {
    assertThat(streamAlert.process(forBob))
        .alert("key_for_somebody_else")
        .hasTitle("alice made an access key for bob")
        .isAddressedTo("slack:security");
  }

  @Test
  void outputIsToldTheAccount() {
    assertThat(streamAlert.process(forBob.override("{\"recipientAccountId\": \"111122223333\"}")))
        .triggersOnly("key_for_somebody_else")
        .publication("slack:security")
        .has("record.recipientAccountId", "111122223333");
  }
  // end

  @Test
  void keyForOneselfIsNoAlert() {
    SampleLog forAlice = forBob.override("{\"requestParameters\": {\"userName\": \"alice\"}}");
    SampleLog unnamed = forBob.override("{\"requestParameters\": {\"userName\": null}}");

    assertThat(streamAlert.process(forAlice, unnamed)).triggersNothing();
  }

  @Test
  void someMayMakeKeysForOthers() {
    SampleLog allowed = forBob.override("{\"userIdentity\": {\"userName\": \"provisioning\"}}");

    assertThat(streamAlert.process(allowed)).triggersNothing();
  }
}
