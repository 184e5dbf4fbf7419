package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"kinesis", "sns", "sqs", "streamalert_app"})
  void servicesOfMessages(String service) {
    assertThat(LogSource.of(service, "resource").hasMessages()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3", "file", "http", "stdin", "Kinesis", "other"})
  void servicesOfContent(String service) {
    assertThat(LogSource.of(service, "resource").hasMessages()).isFalse();
  }
}
