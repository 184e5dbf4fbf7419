package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RulesEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule over samples of its log type with some fields changed, by the files in {@code cases}. */
class CommunityRuleCasesTest {

  /** Triggers on all records of its type, so there is no case without an alert. */
  private static final String ALWAYS = "trendmicro_malware_event";

  private static final RulesEngine ENGINE = RulesEngine.builder()
      .rules(new CommunityRules().rules())
      .tables(RuleCase.TABLES)
      .build();

  static Stream<RuleCase> cases() throws IOException, URISyntaxException {
    return RuleCases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rulesTriggerWhereTheyShould(RuleCase sample) {
    Rule rule = ENGINE.rules().get(sample.rule());

    assertThat(titles(rule, sample.record(rule.spec())))
        .as(sample.toString())
        .isEqualTo(sample.title().stream().toList());
  }

  @Test
  void everyRuleHasCasesOfBothKinds() throws IOException, URISyntaxException {
    Set<String> withAlert = new TreeSet<>();
    Set<String> without = new TreeSet<>(Set.of(ALWAYS));
    cases().forEach(one -> (one.triggers() ? withAlert : without).add(one.rule()));

    assertThat(withAlert).isEqualTo(new TreeSet<>(ENGINE.rules().keySet()));
    assertThat(without).isEqualTo(withAlert);
  }

  /** A disabled rule never runs, so it is asked directly. */
  private static List<String> titles(Rule rule, LogRecord record) {
    if (rule.spec().isDisabled()) {
      RuleContext context = RuleContext.of(Instant.EPOCH, RuleCase.TABLES);
      boolean triggers = rule.spec().condition().test(record) && rule.matches(record, context);
      return triggers ? List.of("") : List.of();
    }
    return ENGINE
        .explain(rule.spec().name(), record)
        .orElseThrow()
        .fold(
            triggered -> List.of(triggered.alert().title()),
            not -> List.of(),
            skipped -> List.of("skipped: " + skipped.reason()),
            failed -> List.of("failed: " + failed.error()));
  }
}
