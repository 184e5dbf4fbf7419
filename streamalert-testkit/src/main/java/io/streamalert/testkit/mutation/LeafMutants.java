package io.streamalert.testkit.mutation;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Matcher;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Mutants of code, which cannot be changed itself: it is shown another record. Where a change of a
 * leaf turns a record that triggers into one that does not, and no declared demand says so, the code
 * looks at the leaf. The mutant overlooks that change.
 */
final class LeafMutants {

  private final Trial rule;
  private final Engines whole;
  private final Engines declared;
  private final Map<String, Trial> mutants = new LinkedHashMap<>();

  private LeafMutants(Trial rule, Clock clock) {
    this.rule = rule;
    this.whole = new Engines(rule, clock);
    this.declared = new Engines(rule.withoutCode(), clock);
  }

  /** The mutants by what was changed. */
  static Map<String, Trial> of(Trial rule, Collection<Sample> samples, Clock clock) {
    LeafMutants leaves = new LeafMutants(rule, clock);
    samples.stream().filter(Sample::triggers).forEach(leaves::add);
    return leaves.mutants;
  }

  private void add(Sample sample) {
    for (LeafPath leaf : LeafPath.leaves(sample.record().content())) {
      for (LeafChange change : LeafChange.values()) {
        add(sample, leaf, change);
      }
    }
  }

  private void add(Sample sample, LeafPath leaf, LeafChange change) {
    LogRecord record = sample.record();
    FieldValue value = leaf.in(record.content());
    LogRecord changed = with(record, leaf, change.apply(value));
    boolean noticed = LeafChange.between(value, leaf.in(changed.content())) == change
        && declared.triggers(changed, sample.tables())
        && !whole.triggers(changed, sample.tables());
    if (noticed) {
      mutants.putIfAbsent(
          "the code overlooks that " + leaf + " " + change.words(),
          overlooking(seen -> restored(seen, leaf, change, value)));
    }
  }

  private Trial overlooking(UnaryOperator<LogRecord> view) {
    return rule.withMatchers(rule.matchers().stream()
            .map(m -> Matcher.of(m.name(), record -> m.matches(view.apply(record))))
            .toList())
        .withCode((record, context) -> rule.code().test(view.apply(record), context));
  }

  private static LogRecord restored(
      LogRecord seen, LeafPath leaf, LeafChange change, FieldValue value) {
    FieldValue found = leaf.in(seen.content());
    return !found.equals(value) && LeafChange.between(value, found) == change
        ? with(seen, leaf, value)
        : seen;
  }

  private static LogRecord with(LogRecord record, LeafPath leaf, FieldValue value) {
    return LogRecord.builder(record.type(), leaf.set(record.content(), value))
        .source(record.source())
        .at(record.position(), record.ordinal())
        .cluster(record.cluster().orElse(null))
        .parser(record.parser())
        .build();
  }
}
