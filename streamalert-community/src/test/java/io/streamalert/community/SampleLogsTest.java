package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.testkit.SampleLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sample logs that the testkit makes from the schemas alone are of their type. */
class SampleLogsTest {

  private static final List<LogSchema> ALL = CommunitySchemas.all();

  /** Types of which every log fits another one as well, which comes first. */
  private static final Map<LogType, LogType> TAKEN_BY =
      Map.of(LogType.of("fleet:results"), LogType.of("osquery:differential"));

  private final StreamAlert streamAlert = Samples.over(ALL);

  static Stream<LogType> types() {
    return ALL.stream().map(LogSchema::type);
  }

  @ParameterizedTest
  @MethodSource("types")
  void areOfTheirType(LogType type) {
    var outcome = streamAlert.classify(List.of(SampleLog.of(type.name()).toRawLog(ALL)));

    assertThat(outcome).singleElement().satisfies(log -> {
      assertThat(log.deadLetters()).isEmpty();
      assertThat(log.records())
          .extracting(LogRecord::type)
          .containsExactly(TAKEN_BY.getOrDefault(type, type));
    });
  }

  @ParameterizedTest
  @MethodSource("types")
  void keepWhatIsSaid(LogType type) {
    LogSchema schema = Samples.schema(type);
    SampleLog sample = SampleLog.of(type.name());

    var records = Samples.alone(type, sample.text(ALL)).records();

    assertThat(records)
        .singleElement()
        .satisfies(record -> assertThat(record.content().fields().keySet())
            .containsAll(schema.fields().keySet()));
  }
}
