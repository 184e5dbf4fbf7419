package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.normalize.Artifact;
import io.streamalert.normalize.NormalizedValue;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testing.GuideExample;
import io.streamalert.testing.RepositoryFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the page about normalization. */
class NormalizationGuideTest {

  // docs: normalized-rule
  static final Rule BLOCKED_ADDRESS = Rule.of(
      RuleSpec.named("blocked_address").dataTypes("ip_address").build(),
      (record, context) -> NormalizedValue.valuesOf(record, "ip_address").stream()
          .anyMatch(ip -> context.table("blocked").get(ip.asText()).isPresent()));
  // end

  private final GuideExample example =
      GuideExample.of(RepositoryFile.read("docs/normalization.md")).get(0);
  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(example.schemas())
      .rules(BLOCKED_ADDRESS)
      .tables(LookupTables.builder()
          .add("blocked", LookupTable.of(Map.of("198.51.100.24", "botnet")))
          .build())
      .build();

  @Test
  void recordIsAsOnThePage() {
    assertThat(GuideExample.recordsOf(streamAlert.classify(example.rawLogs())))
        .isEqualTo(example.expected());
  }

  @Test
  void ruleFindsTheAddressWhereverItStands() {
    assertThat(streamAlert.process(example.rawLogs()).alerts())
        .extracting(Alert::ruleName)
        .containsExactly("blocked_address");
  }

  @Test
  void artifactsAreOfWhatMayBeSent() {
    LogRecord record = record();
    List<String> said = new ArrayList<>();

    // docs: normalized-read
    for (NormalizedValue normalized : NormalizedValue.allOf(record)) {
      for (FieldValue value : normalized.values()) {
        said.add(
            normalized.type() + ", " + normalized.function().orElse("") + ": " + value.asText());
      }
    }
    List<Artifact> artifacts = Artifact.allOf(record);
    // end

    assertThat(said).contains("ip_address, Client: 203.0.113.7", "user_agent, : curl/8.5");
    assertThat(artifacts).extracting(Artifact::value).containsExactly("curl/8.5", "203.0.113.7");
  }

  private LogRecord record() {
    Classification outcome = streamAlert.classify(example.rawLogs()).get(0);
    return outcome.records().get(0);
  }
}
