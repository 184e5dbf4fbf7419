package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LogRecordTest {

  @Test
  void aRecordForATestNeedsOnlyTypeAndJson() {
    LogRecord record = LogRecord.of("acme:login", "{\"user\": {\"name\": \"ann\"}}");

    assertThat(record.type()).isEqualTo(LogType.of("acme:login"));
    assertThat(record.at("user", "name").is("ann")).isTrue();
    assertThat(record.source()).hasToString("memory:records");
    assertThat(record.id()).isNotEqualTo(LogRecord.of("acme:login", "{}").id());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRecord.of("acme:login", "{"))
        .withMessageContaining("byte");
    assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("", "{}"));
  }

  @Test
  void aRawLogForATestNeedsOnlyText() {
    RawLog log = RawLog.of("x|y");

    assertThat(log.text()).contains("x|y");
    assertThat(log.source()).hasToString("memory:records");
    assertThat(log.position()).isNotEqualTo(RawLog.of("x|y").position());
  }
}
