package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RulesEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule over samples of its log type with some fields changed. A line of a file in {@code cases} names
 * the rule, the fields, and the title of the alert, or null where there is to be none.
 */
class CommunityRuleCasesTest {

  /** Triggers on all records of its type, so there is no case without an alert. */
  private static final String ALWAYS = "trendmicro_malware_event";

  private static final LookupTables TABLES = LookupTables.builder()
      .add(
          "dynamo-backed-table",
          LookupTable.of(Map.of("duo_blacklisted_browsers", List.of("Netscape"))))
      .build();

  private static final RulesEngine ENGINE =
      RulesEngine.builder().rules(new CommunityRules().rules()).tables(TABLES).build();

  static Stream<FieldValue> cases() throws IOException, URISyntaxException {
    Path folder = Samples.folder("cases");
    return Samples.fileNames(folder).stream()
        .flatMap(file -> Samples.resource("cases/" + file).lines())
        .map(Samples::json);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rulesTriggerWhereTheyShould(FieldValue line) {
    Rule rule = ENGINE.rules().get(line.at("rule").asText());
    LogRecord record = record(rule.spec(), line.at("fields").fields());

    assertThat(titles(rule, record))
        .as(line.toJson())
        .isEqualTo(
            line.at("title").isNull() ? List.of() : List.of(line.at("title").asText()));
  }

  @Test
  void everyRuleHasCasesOfBothKinds() throws IOException, URISyntaxException {
    Set<String> withAlert = new TreeSet<>();
    Set<String> without = new TreeSet<>(Set.of(ALWAYS));
    cases()
        .forEach(line -> (line.at("title").isNull() ? without : withAlert)
            .add(line.at("rule").asText()));

    assertThat(withAlert).isEqualTo(new TreeSet<>(ENGINE.rules().keySet()));
    assertThat(without).isEqualTo(withAlert);
  }

  /** A disabled rule never runs, so it is asked directly. */
  private static List<String> titles(Rule rule, LogRecord record) {
    if (rule.spec().isDisabled()) {
      RuleContext context = RuleContext.of(Instant.EPOCH, TABLES);
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

  private static LogRecord record(RuleSpec spec, Map<String, FieldValue> fields) {
    LogType type = types(spec).findFirst().orElseThrow();
    LogRecord record = Samples.alone(type, Samples.of(type)).records().get(0);
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      record = record.with(field.getKey(), field.getValue());
    }
    return record;
  }

  /** A rule for all types is tried on osquery's. */
  private static Stream<LogType> types(RuleSpec spec) {
    return Stream.concat(spec.logs().stream(), Stream.of(LogType.of("osquery:differential")));
  }
}
