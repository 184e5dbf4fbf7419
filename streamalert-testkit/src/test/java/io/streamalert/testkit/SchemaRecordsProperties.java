package io.streamalert.testkit;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.Classified;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaRecordsProperties {

  private static final List<FieldType> SIMPLE = List.of(
      FieldType.string(),
      FieldType.integer(),
      FieldType.floating(),
      FieldType.bool(),
      FieldType.list(),
      FieldType.any(),
      FieldType.map(Map.of("a", FieldType.string(), "b", FieldType.any())));

  private static final Condition CONDITION = field("a")
      .is("x")
      .and(field("b", "a").isGreaterThan(3))
      .or(field("c", "b", "k").isMissing())
      .or(field("a").is(true));

  @Provide
  Arbitrary<LogSchema> schemas() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of(SIMPLE))
        .ofMinSize(1)
        .map(fields -> {
          LogSchema.Builder schema = LogSchema.named("t:t");
          fields.forEach(schema::field);
          return schema.build();
        });
  }

  @Property(tries = 100)
  void recordsSatisfyTheirSchema(@ForAll("schemas") LogSchema schema) {
    SchemaRecords.of(schema)
        .biasedTo(CONDITION)
        .arbitrary()
        .sampleStream()
        .limit(10)
        .forEach(record -> assertThat(isClassifiedUnchanged(schema, record))
            .as("%s %s", schema.fields(), record.toJson())
            .isTrue());
  }

  private static boolean isClassifiedUnchanged(LogSchema schema, LogRecord record) {
    return Classifier.builder()
                .schemas(List.of(schema))
                .build()
                .classify(RawLog.of(record.toJson()))
            instanceof Classified classified
        && classified.records().get(0).content().equals(record.content());
  }
}
