package io.streamalert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.community.CommunityRules;
import io.streamalert.record.RawLog;
import io.streamalert.rule.RuleSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuleSetTest {

  private static final Logs LOGS = Logs.generated(5_000);

  private static RuleSet ten;

  @BeforeAll
  static void make() throws IOException {
    ten = RuleSet.times(10);
  }

  @Test
  void copiesHaveTheTypeOfARuleThatShips() {
    List<String> shipped =
        new CommunityRules().rules().stream().map(rule -> rule.spec().name()).toList();

    assertThat(new GeneratedRules().copies(2)).hasSize(2 * 39).allSatisfy(copy -> {
      RuleSpec spec = copy.rule().spec();
      String original = spec.name().replaceFirst("_\\d+$", "");
      assertThat(shipped).contains(original);
      assertThat(spec.logs()).hasSize(1);
    });
  }

  @Test
  void areTheSameEachTime() {
    assertThat(new GeneratedRules().copies(3))
        .extracting(GeneratedRule::pattern)
        .isEqualTo(
            new GeneratedRules().copies(3).stream().map(GeneratedRule::pattern).toList());
  }

  @Test
  void giveCandidatesAndAlerts() throws IOException {
    double shipped = RuleSet.times(1).candidates(LOGS);

    assertThat(ten.candidates(LOGS) - shipped).isBetween(1.0, 3.0);
    assertThat(new Ways(LOGS).process(ten.streamAlert()))
        .isGreaterThan(new Ways(LOGS).process(RuleSet.times(1).streamAlert()) + LOGS.count() / 200);
  }

  /** What cannot be said as a pattern triggers on nothing in the workload. */
  @Test
  void eventRulerMatchesWhatTriggersHere() throws Exception {
    for (List<RawLog> batch : LOGS.batches()) {
      for (RawLog log : batch) {
        Set<String> here = new HashSet<>();
        ten.streamAlert().process(List.of(log)).alerts().stream()
            .map(Alert::ruleName)
            .forEach(here::add);
        List<String> there = new ArrayList<>(ten.machine().rulesForJSONEvent(text(log)));

        assertThat(there).containsExactlyInAnyOrderElementsOf(here);
      }
    }
  }

  private static String text(RawLog log) {
    return log.text().orElseThrow();
  }
}
