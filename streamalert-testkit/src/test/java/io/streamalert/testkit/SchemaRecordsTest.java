package io.streamalert.testkit;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaRecordsTest {

  @Test
  void sameSeedGivesTheSameRecords() {
    assertThat(sample(1)).isEqualTo(sample(1)).isNotEqualTo(sample(2));
  }

  @Test
  void biasDoesNotChangeTheKeys() {
    SchemaRecords.of(Samples.SCHEMA)
        .biasedTo(field("user").is("root").and(field("nothing").exists()))
        .sample(
            1,
            50,
            record -> assertThat(record.content().fields().keySet())
                .containsExactlyElementsOf(Samples.SCHEMA.fields().keySet()));
  }

  private static List<String> sample(long seed) {
    List<String> texts = new ArrayList<>();
    SchemaRecords.of(Samples.SCHEMA).sample(seed, 20, record -> texts.add(text(record)));
    return texts;
  }

  private static String text(LogRecord record) {
    return record.id() + record.toJson();
  }
}
