package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.classify.DeadLetter;
import io.streamalert.delivery.Commit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.testkit.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What the tests store. */
final class Made {

  static final Instant NOON = Instant.parse(TestClock.START);
  static final OutputId SLACK = OutputId.of("slack", "sec");

  private static final LogSource SOURCE = LogSource.of("file", "logs");

  private Made() {}

  static Alert alert(int number) {
    return alert("rule", number, "{\"user\":\"ann\",\"number\":" + number + "}");
  }

  static Alert alert(String rule, int number, String json) {
    LogRecord record = LogRecord.builder(LogType.of("type"), FieldValue.parse(json))
        .at(Position.of("test", Integer.toString(number)), 0)
        .build();
    return Alert.builder(rule, record, NOON).outputs(List.of(SLACK)).build();
  }

  static Commit alerts(int from, int to) {
    return Commit.builder()
        .alerts(IntStream.range(from, to).mapToObj(Made::alert).toList())
        .build();
  }

  static RawLog log(String text) {
    return RawLog.of(SOURCE, Position.of("file", "ab", "c/d").then(7), text);
  }

  static DeadLetter letter(String text) {
    return DeadLetter.of(log(text), "no schema has these keys");
  }
}
