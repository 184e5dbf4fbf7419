package io.streamalert.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.testing.ConformanceData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tests of StreamAlert 3.5 expect of its normalizer. */
class NormalizerVectorsTest {

  @Test
  void vectorsHold() {
    try (Stream<String> lines = ConformanceData.lines("streamalert/normalizer_vectors.jsonl")) {
      List<FieldValue> vectors = lines.map(FieldValue::parse).toList();

      assertThat(vectors).isNotEmpty().allSatisfy(vector -> {
        if (vector.at("unit").is("match_types")) {
          matchTypes(vector);
        } else {
          assertThat(vector.at("unit").is("normalize")).isTrue();
          normalize(vector);
        }
      });
    }
  }

  private static void matchTypes(FieldValue vector) {
    LogType type = LogType.of("any");
    LogRecord record = Normalizer.of(Map.of(type, vector.at("normalized_types")))
        .normalize(LogRecord.builder(type, vector.at("record")).build());

    assertThat(record.at(LogRecord.NORMALIZATION_KEY))
        .isEqualTo(withId(vector.at("result"), record));
  }

  private static void normalize(FieldValue vector) {
    Map<LogType, FieldValue> configurations = new HashMap<>();
    vector
        .at("types_config")
        .fields()
        .forEach((type, configuration) -> configurations.put(LogType.of(type), configuration));
    LogType type = LogType.of(vector.at("log_type").asText());
    LogRecord record = Normalizer.of(configurations)
        .normalize(LogRecord.builder(type, vector.at("record")).build());
    FieldValue expected = vector.at("record_after");
    FieldValue normalized = expected.at(LogRecord.NORMALIZATION_KEY);

    assertThat(record.content())
        .isEqualTo(
            normalized.exists()
                ? expected.with(LogRecord.NORMALIZATION_KEY, withId(normalized, record))
                : expected);
  }

  /** Ids were random there, and follow from the position here. */
  private static FieldValue withId(FieldValue normalized, LogRecord record) {
    return normalized.at(LogRecord.RECORD_ID_KEY).exists()
        ? normalized.with(LogRecord.RECORD_ID_KEY, FieldValue.of(record.id().toString()))
        : normalized;
  }
}
