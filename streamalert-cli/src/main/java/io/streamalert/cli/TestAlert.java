package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An alert that says that it is none. */
final class TestAlert {

  private static final String TEXT =
      "This is a test of the output by \"streamalert outputs send-test\". Nothing has happened.";

  private TestAlert() {}

  static Alert of(OutputId output, Instant now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("message", TEXT);
    content.put("output", output.toString());
    content.put("sent", now.toString());
    LogRecord record = LogRecord.of("streamalert:test", FieldValue.of(content).toJson());
    return Alert.builder("streamalert_output_test", record, now)
        .title("TEST: this is no alert")
        .description(TEXT)
        .severity(Severity.INFO)
        .outputs(List.of(output))
        .build();
  }
}
