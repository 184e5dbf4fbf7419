package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertBuilder;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadableAlertTest {

  private final AlertBuilder alert =
      Alert.builder("a_rule", LogRecord.of("acme:login", "{\"user\": \"ann\"}"), Instant.EPOCH);

  @Test
  void theRunbookIsOneLine() {
    assertThat(text(alert.runbook("Ask the owner.\nThen close it.")))
        .contains("  runbook    Ask the owner. Then close it.\n");
  }

  @Test
  void aLongRunbookIsCut() {
    assertThat(text(alert.runbook("x".repeat(500))))
        .contains("  runbook    " + "x".repeat(197) + "...\n");
  }

  @Test
  void aRuleWithoutRunbookHasNoSuchLine() {
    assertThat(text(alert)).contains("a_rule", "user=ann").doesNotContain("runbook");
  }

  private static String text(AlertBuilder alert) {
    return new ReadableAlert(false).text(alert.build());
  }
}
