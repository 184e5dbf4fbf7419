package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.LogSchema;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RulesEngine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Rule} does, whatever it is about: its spec is complete, it breaks on no record of
 * its log types, and it answers the same record always the same. The test of a rule extends this
 * class:
 *
 * <pre>{@code
 * class RootAccountUsageContractTest extends RuleContract {
 *   @Override
 *   protected Rule rule() {
 *     return new RootAccountUsage();
 *   }
 *
 *   @Override
 *   protected Collection<LogSchema> schemas() {
 *     return CommunitySchemas.all();
 *   }
 * }
 * }</pre>
 *
 * <p>The records are made up by {@link SchemaRecords}, which needs jqwik, and are the same each time.
 */
public abstract class RuleContract {

  private static final int RECORDS = 500;
  private static final long SEED = 20_260_101;

  /** For subclasses. */
  protected RuleContract() {}

  /**
   * Makes the rule.
   *
   * @return the rule; a new one at each call where it is a class of its own
   */
  protected abstract Rule rule();

  /**
   * The schemas.
   *
   * @return those of all log types that the rule looks at, and others
   */
  protected abstract Collection<LogSchema> schemas();

  /**
   * The lookup tables of the rule.
   *
   * @return the tables; by default none
   */
  protected LookupTables tables() {
    return LookupTables.none();
  }

  @Test
  final void specIsTheSameEachTime() {
    Rule rule = rule();

    assertThat(rule.spec()).as("spec() of one rule, asked twice").isEqualTo(rule.spec());
    assertThat(rule().spec().name())
        .as("the name of a rule made anew")
        .isEqualTo(rule.spec().name());
  }

  @Test
  final void specSaysWhatTheRuleIsAbout() {
    assertThat(rule().spec().description())
        .as("the description of %s, which every alert carries", rule().spec().name())
        .isNotBlank();
  }

  @Test
  final void everyLogTypeHasASchema() {
    Set<LogType> known = schemas().stream().map(LogSchema::type).collect(Collectors.toSet());

    assertThat(known)
        .as("the schemas, for all log types of %s", rule().spec().name())
        .containsAll(rule().spec().logs());
  }

  @Test
  final void breaksOnNoRecordOfItsLogTypes() {
    RulesEngine engine = engine();
    forEachRecord(record -> assertThat(failures(engine, record))
        .as("what broke on this record, which was made up:%n  %s", record.toJson())
        .isEmpty());
  }

  @Test
  final void breaksOnNoRecordThatIsEmptyOrNoMap() {
    RulesEngine engine = engine();
    for (LogSchema schema : ownSchemas()) {
      for (Object content : new Object[] {Map.of(), List.of(), "", 0, false}) {
        LogRecord record = LogRecord.builder(schema.type(), FieldValue.of(content))
            .at(Position.of("generated", "odd"), 0)
            .build();
        assertThat(failures(engine, record))
            .as("what broke on %s", record.toJson())
            .isEmpty();
      }
    }
  }

  @Test
  final void answersTheSameEachTime() {
    RulesEngine one = engine();
    RulesEngine other = engine();
    forEachRecord(record -> assertThat(alerts(one, record))
        .as("the alerts of this record, asked twice:%n  %s", record.toJson())
        .isEqualTo(alerts(other, record)));
  }

  private void forEachRecord(Consumer<LogRecord> test) {
    for (LogSchema schema : ownSchemas()) {
      SchemaRecords.of(schema).biasedTo(rule()).sample(SEED, RECORDS, test);
    }
  }

  private List<LogSchema> ownSchemas() {
    Set<LogType> logs = rule().spec().logs();
    return schemas().stream()
        .filter(schema -> logs.isEmpty() || logs.contains(schema.type()))
        .toList();
  }

  private RulesEngine engine() {
    return RulesEngine.builder()
        .rules(List.of(rule()))
        .clock(TestClock.create())
        .tables(tables())
        .build();
  }

  private static List<String> failures(RulesEngine engine, LogRecord record) {
    return engine.evaluate(record).stream()
        .filter(RuleOutcome.Failed.class::isInstance)
        .map(failed -> Reasons.failure((RuleOutcome.Failed) failed))
        .toList();
  }

  private static List<String> alerts(RulesEngine engine, LogRecord record) {
    return engine.evaluate(record).stream()
        .map(outcome -> outcome.fold(
            triggered -> triggered.alert().toJson(),
            RuleOutcome.NotTriggered::reason,
            RuleOutcome.Skipped::reason,
            Reasons::failure))
        .toList();
  }
}
