package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RulesEngine;
import io.streamalert.testkit.SchemaRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No rule breaks on any record that its schemas allow. */
class MadeUpRecordsTest {

  private static final int RECORDS = 200;
  private static final long SEED = 1;

  private final Map<LogType, LogSchema> schemas = CommunitySchemas.all().stream()
      .collect(Collectors.toMap(LogSchema::type, Function.identity()));

  @TestFactory
  Stream<DynamicTest> noRuleBreaks() {
    return Stream.of(CommunityRules.strict(), CommunityRules.wide())
        .flatMap(pack -> pack.rules().stream())
        .collect(
            Collectors.toMap(Rule::spec, rule -> rule, (rule, same) -> rule, LinkedHashMap::new))
        .values()
        .stream()
        .map(rule -> DynamicTest.dynamicTest(rule.spec().name(), () -> breaksOnNothing(rule)));
  }

  private void breaksOnNothing(Rule rule) {
    RulesEngine engine = RulesEngine.builder().rules(List.of(rule)).build();
    for (LogType type : rule.spec().logs()) {
      SchemaRecords.of(schemas.get(type))
          .biasedTo(rule)
          .sample(
              SEED,
              RECORDS,
              record -> assertThat(engine.evaluate(record))
                  .as("%s", record.toJson())
                  .noneMatch(RuleOutcome.Failed.class::isInstance));
    }
  }
}
