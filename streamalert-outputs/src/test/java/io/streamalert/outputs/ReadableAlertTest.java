package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertBuilder;
import io.streamalert.alert.Severity;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.Map;
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

  @Test
  void fieldsAreThoseThatPublishersLeft() {
    Alert built = alert.build();

    assertThat(ReadableAlert.plain().text(built, Publication.empty())).doesNotContain("ann");
    assertThat(ReadableAlert.plain()
            .text(built, Publication.of(Map.of("@slack.text", "hidden", "host", "web-1"))))
        .contains("  record     host=web-1\n")
        .doesNotContain("hidden");
  }

  @Test
  void whatSteersATerminalIsSpelledOut() {
    assertThat(text(alert.title("a\u001b[31m\r\nb"))).startsWith("medium  a\\u001b[31m\\u000d b\n");
    assertThat(TerminalText.clean("b\u0007\u009b\u202ec\ud800"))
        .isEqualTo("b\\u0007\\u009b\\u202ec\\ud800");
    assertThat(TerminalText.clean("Grüße\n日本 \ud83d\ude00")).isEqualTo("Grüße\n日本 \ud83d\ude00");
  }

  @Test
  void linesAreCut() {
    assertThat(text(alert.title("x".repeat(2_000))).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(1_020));
    assertThat(TerminalText.cut("abcdef", 5)).isEqualTo("ab...");
    assertThat(TerminalText.cut("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void severityHasAColour() {
    Alert high = alert.severity(Severity.HIGH).build();

    assertThat(ReadableAlert.coloured().text(high, Publication.empty()))
        .startsWith("\u001b[31mhigh\u001b[0m  \u001b[1m");
  }

  private static String text(AlertBuilder builder) {
    Alert built = builder.build();
    return ReadableAlert.plain()
        .text(built, Publisher.standard().publish(built, Publication.empty()));
  }
}
