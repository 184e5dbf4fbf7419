package io.streamalert.testkit;

import io.streamalert.classify.LogSchema;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RulesEngine;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * What a test can say of a rule on records that are made up by {@link SchemaRecords}, always the same
 * ones. Needs jqwik.
 */
public final class RuleAssert extends AbstractAssert<RuleAssert, Rule> {

  /** How many records of a schema are tried: {@value}. */
  public static final int RECORDS = 1_000;

  private static final long SEED = 20_260_101;

  RuleAssert(Rule actual) {
    super(actual, RuleAssert.class);
  }

  /**
   * Neither rule, matchers nor outputs break on any record of a schema.
   *
   * @param schema the schema
   * @return this
   */
  public RuleAssert neverThrowsOn(LogSchema schema) {
    isNotNull();
    RulesEngine engine = engine();
    records(schema)
        .sample(
            SEED,
            RECORDS,
            record -> engine.evaluate(record).stream()
                .filter(RuleOutcome.Failed.class::isInstance)
                .map(RuleOutcome.Failed.class::cast)
                .findFirst()
                .ifPresent(failed -> fail(failed, record)));
    return this;
  }

  private void fail(RuleOutcome.Failed failed, LogRecord record) {
    AssertionError error = failure(
        "%s%non this record, which was made up:%n  %s", Reasons.failure(failed), record.toJson());
    error.addSuppressed(failed.error());
    throw error;
  }

  /**
   * The rule triggers on some record of a schema. Where its code looks for values that its condition
   * does not name, or the condition has a regular expression, see the other form.
   *
   * @param schema the schema
   * @return this
   */
  public RuleAssert canTriggerOn(LogSchema schema) {
    return canTriggerOn(schema, Condition.always());
  }

  /**
   * The rule triggers on some record of a schema.
   *
   * @param schema the schema
   * @param hint names values to try, beside those that the rule's condition names; need not hold
   * @return this
   */
  public RuleAssert canTriggerOn(LogSchema schema, Condition hint) {
    isNotNull();
    RulesEngine engine = engine();
    boolean[] triggered = new boolean[1];
    records(schema)
        .biasedTo(hint)
        .sample(SEED, RECORDS, record -> triggered[0] |= triggers(engine, record));
    if (!triggered[0]) {
      throw failure(
          "Expected %s to trigger on some record of %s, but it did on none of %s that were made up to"
              + " meet%n  %s",
          actual.spec().name(), schema.type(), RECORDS, actual.spec().condition());
    }
    return this;
  }

  private static boolean triggers(RulesEngine engine, LogRecord record) {
    return engine.evaluate(record).stream().anyMatch(RuleOutcome.Triggered.class::isInstance);
  }

  private RulesEngine engine() {
    return RulesEngine.builder()
        .rules(List.of(actual))
        .clock(TestClock.create())
        .build();
  }

  private SchemaRecords records(LogSchema schema) {
    return SchemaRecords.of(schema).biasedTo(actual);
  }
}
