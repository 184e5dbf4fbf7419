package io.streamalert;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.classify.Unclassified;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.util.List;
import java.util.Map;

/** Whatever the bytes are: nothing is thrown, and each raw log has exactly one outcome. */
class ProcessFuzzTest {

  private static final StreamAlert STREAM_ALERT = StreamAlert.builder()
      .schemas(
          LogSchema.named("a:map")
              .field("s", FieldType.string())
              .optionalField("i", FieldType.integer())
              .optionalField("f", FieldType.floating())
              .optionalField("m", FieldType.map(Map.of("x", FieldType.bool())))
              .option("normalization", FieldValue.of(Map.of("t", List.of("s", "i"))))
              .build(),
          LogSchema.named("a:records")
              .field("l", FieldType.list())
              .optionalField("s", FieldType.any())
              .jsonPath("Records[*]")
              .build(),
          LogSchema.named("a:any").jsonPath("[*]").build())
      .rules(
          Rule.of(RuleSpec.named("r").dataTypes("t").build()),
          Rule.of(
              RuleSpec.named("s").logs("a:map").where(field("s").contains("a")).build()))
      .build();

  @FuzzTest(maxDuration = "30s")
  void everyRawLogHasOneOutcome(byte[] bytes) {
    Run run = STREAM_ALERT.process(
        List.of(RawLog.of(LogSource.of("s3", "b"), Position.of("fuzz", "1"), bytes)));

    assertThat(run.classifications()).hasSize(1);
    assertThat(run.failures()).isEmpty();
    assertThat(run.summary().classified() + run.summary().deadLetters()).isEqualTo(1);
    JsonReader reader = new JsonReader(1_000);
    run.alerts().forEach(alert -> assertThat(reader.read(alert.toJson())).isPresent());
    run.deadLetters().forEach(letter -> assertThat(reader.read(letter.toJson())).isPresent());
    if (run.classifications().get(0) instanceof Unclassified unclassified) {
      assertThat(unclassified.reasons()).hasSize(3);
    }
  }
}
