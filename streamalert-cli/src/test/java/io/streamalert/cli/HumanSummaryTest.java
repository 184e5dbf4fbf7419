package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanSummaryTest {

  private static String printed(BatchSummary.Builder summary) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
    Io io = new Io(new ByteArrayInputStream(new byte[0]), err, err, false, false, Prompt.console());
    Ledger ledger =
        new Ledger(summary.rawLogs(2).classified(2).build(), Duration.ofSeconds(1), List.of());
    new HumanSummary(io, ledger, new Tally()).print();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void recordsThatWereNotCheckedAreTold() {
    assertThat(printed(BatchSummary.builder().uncheckedRecords(2)))
        .contains("Threat intelligence did not answer for 2 records: rules that");
    assertThat(printed(BatchSummary.builder())).doesNotContain("Threat intelligence");
  }
}
