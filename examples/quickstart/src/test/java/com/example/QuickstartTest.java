package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void tellsTheStoryInTheLogs() throws IOException {
    Ledger ledger =
        Quickstart.run(Path.of("logs"), new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            "Root credentials of account 111122223333 were used from 203.0.113.7: ConsoleLogin",
            "Root signed in to the console of account 111122223333 without MFA, from 203.0.113.7",
            "backup-svc called StopLogging (cloudtrail.amazonaws.com) from 203.0.113.7",
            "deploy on web-03.example.com piped a download into a shell",
            "deploy on web-03.example.com opened a reverse shell")
        .doesNotContain("alice");
    BatchSummary summary = ledger.summary();
    assertThat(summary.rawLogs()).isEqualTo(23);
    assertThat(summary.deadLetters()).isEqualTo(2);
    assertThat(summary.records()).isEqualTo(33);
    assertThat(summary.alerts()).isEqualTo(10);
    assertThat(summary.ruleFailures()).isZero();
    assertThat(ledger.unreadable()).isEmpty();
  }
}
