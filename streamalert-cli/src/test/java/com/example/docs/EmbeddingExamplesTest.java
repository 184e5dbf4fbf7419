package com.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.rules.AccessKeyForAnotherUser;
import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.Unclassified;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.local.Ledger;
import io.streamalert.local.LocalRuntime;
import io.streamalert.local.LogInput;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the pages about embedding. */
class EmbeddingExamplesTest {

  private static final String KEY_FOR_BOB = """
      {"Records": [{"eventVersion": "1.11", "userIdentity": {"userName": "mallory"}, "eventTime": "2026-03-14T09:01:17Z",
       "eventSource": "iam.amazonaws.com", "eventName": "CreateAccessKey", "awsRegion": "us-east-1",
       "requestParameters": {"userName": "bob"}, "responseElements": null, "requestID": "r", "eventID": "e",
       "eventType": "AwsApiCall", "recipientAccountId": "111122223333"}]}
      """;

  @Test
  void fiveLinesGiveAlerts() {
    List<RawLog> rawLogs = List.of(rawLog("m-1", KEY_FOR_BOB));

    // docs: embedding
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(new AccessKeyForAnotherUser())
        .build();
    Run run = streamAlert.process(rawLogs);
    // end

    assertThat(run.alerts())
        .extracting(Alert::title)
        .containsExactly("mallory created an access key for bob");
  }

  @Test
  void theExampleServerBuildsTheSame() {
    List<RawLog> rawLogs = List.of(rawLog("m-1", KEY_FOR_BOB));

    // docs: embedding-server
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    Run run = streamAlert.process(rawLogs); // run.alerts(), run.deadLetters(), run.failures()
    // end

    assertThat(run.summary().classified()).isEqualTo(1);
  }

  // docs: raw-log
  static RawLog rawLog(String messageId, String body) {
    return RawLog.of(LogSource.of("sqs", "audit-queue"), Position.of("sqs", messageId), body);
  }
  // end

  @Test
  void theSameMessageGivesTheSameId() {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(new AccessKeyForAnotherUser())
        .build();
    List<RawLog> twice = List.of(rawLog("m-1", KEY_FOR_BOB), rawLog("m-1", KEY_FOR_BOB));

    assertThat(streamAlert.process(twice).alerts())
        .hasSize(2)
        .extracting(Alert::id)
        .containsOnly(streamAlert.process(twice).alerts().get(0).id());
  }

  @Test
  void aWholeFileIsReadByTheLocalRuntime(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("trail.json"), KEY_FOR_BOB);
    List<String> titles = new ArrayList<>();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(new AccessKeyForAnotherUser())
        .build();

    // docs: local-runtime
    LocalRuntime runtime = LocalRuntime.builder(streamAlert)
        .alerts(alert -> titles.add(alert.title()))
        .build();
    Ledger ledger = runtime.run(List.of(LogInput.of(LogSource.of("s3", "my-trail"), file)));
    // end

    assertThat(titles).containsExactly("mallory created an access key for bob");
    assertThat(ledger.summary().alerts()).isEqualTo(1);
  }

  @Test
  void anUnclassifiedLogSaysWhy() {
    StreamAlert streamAlert =
        StreamAlert.builder().schemas(CommunitySchemas.all()).build();
    RawLog log = rawLog("m-1", "{\"eventName\": \"CreateAccessKey\"}");
    List<String> said = new ArrayList<>();

    // docs: why
    Classification outcome = streamAlert.classify(List.of(log)).get(0);
    if (outcome instanceof Unclassified unclassified) {
      said.add(unclassified.reason());
      unclassified.nearest().ifPresent(near -> said.add(near.type() + ": " + near.reason()));
      unclassified.reasons().forEach((type, why) -> said.add(type + ": " + why));
    }
    // end

    assertThat(said)
        .contains("fits no schema", "cloudtrail:events: has nothing at the path Records[*]");
  }
}
