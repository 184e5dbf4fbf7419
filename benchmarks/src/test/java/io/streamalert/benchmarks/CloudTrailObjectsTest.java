package io.streamalert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudTrailObjectsTest {

  private final CloudTrailObjects objects = new CloudTrailObjects();

  @Test
  void everyRecordFitsAndIsNormalised() {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CloudTrailNormalization.addedTo(CommunitySchemas.all()))
        .build();
    List<RawLog> batch = Logs.of("cloudtrail", objects.generated(2)).batches().get(0);

    assertThat(streamAlert.classify(batch)).hasSize(2).allSatisfy(outcome -> {
      assertThat(outcome.records()).hasSize(100).allMatch(CloudTrailObjectsTest::isNormalised);
      assertThat(outcome).extracting(Classification::deadLetters).isEqualTo(List.of());
    });
  }

  private static boolean isNormalised(LogRecord record) {
    return record.type().name().equals("cloudtrail:events")
        && record.at(LogRecord.NORMALIZATION_KEY).fields().containsKey("event_name");
  }

  @Test
  void realRecordsComeFromFilesOfAnyForm(@TempDir Path folder) throws IOException {
    Path below = Files.createDirectories(folder.resolve("below"));
    Files.writeString(folder.resolve("a.json"), "{\"Records\": [{\"n\": 1}, {\"n\": 2}]}");
    Files.writeString(folder.resolve("b.jsonl"), "{\"n\": 3}\n{\"n\": 4}\n");
    Files.writeString(below.resolve("c.json"), "[{\"n\": 5}]");
    Files.writeString(folder.resolve("d.txt"), "no JSON");

    List<byte[]> real = objects.real(folder, 2);

    assertThat(real).hasSize(2);
    JsonNode records = new ObjectMapper().readTree(real.get(0)).path("Records");
    assertThat(records).hasSize(100);
    assertThat(records.findValues("n").subList(0, 6))
        .extracting(JsonNode::intValue)
        .containsExactly(1, 2, 3, 4, 5, 1);
  }

  @Test
  void aFolderWithoutRecordsIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> objects.real(folder, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There are no records");
  }
}
