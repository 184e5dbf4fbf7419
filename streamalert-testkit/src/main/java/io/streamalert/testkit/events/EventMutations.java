package io.streamalert.testkit.events;

import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testkit.mutation.MutationReport;
import io.streamalert.testkit.mutation.RuleMutations;
import io.streamalert.testkit.mutation.Sample;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes rules a little, and tells which of the changes test events notice. For one run. */
final class EventMutations {

  /** A record of an event, what the rules made of it, and the tables that they saw. */
  private record Seen(Evaluation evaluation, LookupTables tables) {

    boolean mayConcern(RuleSpec rule) {
      LogType type = evaluation.record().type();
      return rule.logs().isEmpty() || rule.logs().contains(type);
    }

    Sample of(RuleSpec rule) {
      boolean triggers =
          evaluation.alerts().stream().anyMatch(alert -> alert.ruleName().equals(rule.name()));
      return new Sample(evaluation.record(), triggers, tables);
    }
  }

  private final EventComposition composition;
  private final Clock clock;
  private final StreamAlert withoutFixtures;
  private final LookupTables noTables = LookupTables.none();
  private final List<Seen> seen = new ArrayList<>();

  EventMutations(EventComposition composition, Clock clock) {
    this.composition = composition;
    this.clock = clock;
    this.withoutFixtures = composition.create(EventFixtures.none(clock));
  }

  /** A report for each of the rules that some event triggers. */
  List<MutationReport> reports(Collection<TestEvent> events, Collection<String> rules) {
    events.stream().filter(EventMutations::hasRules).forEach(this::see);
    Map<String, Rule> known = withoutFixtures.engine().rules();
    return rules.stream()
        .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
        .flatMap(rule -> report(rule).stream())
        .toList();
  }

  private static boolean hasRules(TestEvent event) {
    return event.problems().isEmpty() && !event.isClassifyOnly();
  }

  private void see(TestEvent event) {
    EventFixtures fixtures = event.fixtures().with(clock);
    if (fixtures.isEmpty()) {
      see(event, withoutFixtures, noTables);
    } else {
      see(event, composition.create(fixtures), fixtures.tables());
    }
  }

  private void see(TestEvent event, StreamAlert streamAlert, LookupTables tables) {
    EventTrial trial = new EventTrial(event, streamAlert, true, AlertCheck.none());
    if (trial.run(clock.instant()).isPassed()) {
      trial.evaluations().forEach(evaluation -> seen.add(new Seen(evaluation, tables)));
    }
  }

  private Optional<MutationReport> report(Rule rule) {
    List<Sample> samples = seen.stream()
        .filter(record -> record.mayConcern(rule.spec()))
        .map(record -> record.of(rule.spec()))
        .toList();
    return samples.stream().anyMatch(Sample::triggers)
        ? Optional.of(RuleMutations.of(rule, clock, noTables).test(samples))
        : Optional.empty();
  }
}
