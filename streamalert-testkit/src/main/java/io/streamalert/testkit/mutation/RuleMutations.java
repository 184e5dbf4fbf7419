package io.streamalert.testkit.mutation;

import io.streamalert.condition.Condition;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells how well the samples of a rule describe it. The rule is changed a little, many times; a
 * mutant that answers for every sample as the rule does has survived, and shows what no sample asks.
 *
 * <p>Conditions, required sub-keys and matchers are changed as {@link Condition#variants()} does:
 * clauses are left out or turned round, sets made smaller or wider, forms of comparison and bounds
 * exchanged. Code is shown records in which a field that it looks at was removed, made null, emptied
 * or changed, as if it had not been. Now and then a change makes no difference to any record; such a
 * mutant always survives.
 *
 * <p>Immutable and thread-safe if the rule is.
 */
public final class RuleMutations {

  private final Rule rule;
  private final Clock clock;
  private final LookupTables tables;

  private RuleMutations(Rule rule, Clock clock, LookupTables tables) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.tables = Objects.requireNonNull(tables, "tables");
  }

  /**
   * Mutations of a rule that needs neither the time nor tables.
   *
   * @param rule the rule
   * @return its mutations
   */
  public static RuleMutations of(Rule rule) {
    return of(rule, Clock.systemUTC(), LookupTables.none());
  }

  /**
   * Mutations of a rule.
   *
   * @param rule the rule
   * @param clock the clock that it sees
   * @param tables its lookup tables
   * @return its mutations
   */
  public static RuleMutations of(Rule rule, Clock clock, LookupTables tables) {
    return new RuleMutations(rule, clock, tables);
  }

  /**
   * Tries the mutants on samples. A mutant is killed by a sample that it answers otherwise than the
   * rule, or breaks on.
   *
   * @param triggering records that the rule triggers on; mutants of code are found by these
   * @param quiet records that it does not trigger on
   * @return what became of each mutant
   * @throws IllegalArgumentException if the rule itself answers a sample otherwise, or breaks on it
   */
  public MutationReport test(Collection<LogRecord> triggering, Collection<LogRecord> quiet) {
    return test(Stream.concat(
            triggering.stream().map(record -> new Sample(record, true, tables)),
            quiet.stream().map(record -> new Sample(record, false, tables)))
        .toList());
  }

  /**
   * Tries the mutants on samples that may have lookup tables of their own, as {@link
   * #test(Collection, Collection)}.
   *
   * @param samples the samples
   * @return what became of each mutant
   * @throws IllegalArgumentException if the rule itself answers a sample otherwise, or breaks on it
   */
  public MutationReport test(Collection<Sample> samples) {
    Trial trial = Trial.of(rule);
    check(trial, samples, true);
    check(trial, samples, false);
    List<Mutant> tried = new ArrayList<>();
    mutants(trial, samples).forEach((change, mutant) -> {
      Engines engines = new Engines(mutant, clock);
      tried.add(new Mutant(change, !samples.stream().allMatch(engines::answers)));
    });
    return new MutationReport(rule.spec().name(), tried);
  }

  private void check(Trial trial, Collection<Sample> samples, boolean expected) {
    Engines engines = new Engines(trial, clock);
    int number = 0;
    for (Sample sample : samples.stream().filter(s -> s.triggers() == expected).toList()) {
      number++;
      if (!engines.answers(sample)) {
        throw new IllegalArgumentException("The rule " + rule.spec().name() + " does not answer as"
            + " sample " + number + " of those it should " + (expected ? "" : "not ")
            + "trigger on says: mend the rule or the sample first");
      }
    }
  }

  private Map<String, Trial> mutants(Trial trial, Collection<Sample> samples) {
    Map<String, Trial> mutants = new LinkedHashMap<>();
    if (!trial.demand().equals(Condition.always())) {
      trial
          .demand()
          .variants()
          .forEach(variant ->
              mutants.putIfAbsent(variant.change(), trial.withDemand(variant.condition())));
      mutants.putIfAbsent("without the condition", trial.withDemand(Condition.always()));
    }
    if (!trial.dataTypes().isEmpty() && !trial.spec().logs().isEmpty()) {
      mutants.put("without the normalised types", trial.withDataTypes(Set.of()));
    }
    for (int i = 0; i < trial.matchers().size(); i++) {
      addOfMatcher(trial, i, mutants);
    }
    mutants.putAll(LeafMutants.of(trial, samples, clock));
    return mutants;
  }

  private static void addOfMatcher(Trial trial, int index, Map<String, Trial> mutants) {
    Matcher matcher = trial.matchers().get(index);
    String name = "the matcher " + matcher.name();
    List<Matcher> others = new ArrayList<>(trial.matchers());
    others.remove(index);
    mutants.put("without " + name, trial.withMatchers(others));
    mutants.put(
        name + " turned round",
        replaced(trial, index, Matcher.of(matcher.name(), record -> !matcher.matches(record))));
    matcher
        .condition()
        .ifPresent(condition -> condition
            .variants()
            .forEach(variant -> mutants.put(
                "in " + name + ": " + variant.change(),
                replaced(trial, index, Matcher.of(matcher.name(), variant.condition())))));
  }

  private static Trial replaced(Trial trial, int index, Matcher matcher) {
    List<Matcher> matchers = new ArrayList<>(trial.matchers());
    matchers.set(index, matcher);
    return trial.withMatchers(matchers);
  }
}
