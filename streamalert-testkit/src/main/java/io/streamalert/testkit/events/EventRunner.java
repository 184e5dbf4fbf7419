package io.streamalert.testkit.events;

import io.streamalert.StreamAlert;
import io.streamalert.rule.RuleEntry;
import io.streamalert.rule.RuleState;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.testkit.mutation.MutationReport;
import io.streamalert.testkit.mutation.RuleMutations;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs test events as {@code manage.py test} of StreamAlert 3.5 does: an event passes if its log is
 * classified as it says, exactly the rules that it names trigger, and publications are as it expects.
 * Nothing is delivered but by an {@link AlertCheck}. Not thread-safe, as it counts what the rules do.
 */
public final class EventRunner {

  private final EventComposition composition;
  private final Clock clock;
  private final boolean classifyOnly;
  private final AlertCheck alertCheck;
  private final StreamAlert withoutFixtures;
  private RuleStatistics ofFixtures;

  private EventRunner(Builder parts) {
    this.composition = parts.composition;
    this.clock = parts.clock;
    this.classifyOnly = parts.classifyOnly;
    this.alertCheck = parts.alertCheck;
    this.withoutFixtures = composition.create(EventFixtures.none(clock));
    this.ofFixtures = withoutFixtures.statistics();
  }

  /**
   * Starts a runner.
   *
   * @param composition makes what the events are tested on
   * @return a builder
   */
  public static Builder builder(EventComposition composition) {
    return new Builder(composition);
  }

  /**
   * Tests an event.
   *
   * @param event the event
   * @return whether it passed, or why not
   * @throws ConfigException if the composition cannot be made with the fixtures of the event
   */
  public EventResult run(TestEvent event) {
    if (!event.problems().isEmpty()) {
      List<String> reasons = event.problems().stream().map(Problem::toString).toList();
      return new EventResult.Errored(event, reasons);
    }
    EventFixtures fixtures = event.fixtures().with(clock);
    if (fixtures.isEmpty()) {
      return run(event, withoutFixtures);
    }
    StreamAlert own = composition.create(fixtures);
    EventResult result = run(event, own);
    ofFixtures = ofFixtures.plus(own.statistics());
    return result;
  }

  private EventResult run(TestEvent event, StreamAlert streamAlert) {
    boolean withRules = !classifyOnly && !event.isClassifyOnly();
    return new EventTrial(event, streamAlert, withRules, alertCheck).run(clock.instant());
  }

  /**
   * The rules that no test expects.
   *
   * @param events all test events
   * @return names of rules that are neither disabled nor inactive and that none of the events names,
   *     in alphabetical order
   */
  public List<String> untestedRules(Collection<TestEvent> events) {
    Set<String> tested =
        events.stream().flatMap(event -> event.triggerRules().stream()).collect(Collectors.toSet());
    return withoutFixtures.engine().entries().stream()
        .filter(EventRunner::runs)
        .map(entry -> entry.spec().name())
        .filter(rule -> !tested.contains(rule))
        .sorted()
        .toList();
  }

  private static boolean runs(RuleEntry rule) {
    return rule.state() == RuleState.ENABLED || rule.state() == RuleState.STAGED;
  }

  /**
   * Changes rules a little, many times, and tries each change on all records of the events, as {@link
   * RuleMutations} does. Events that fail say nothing of a rule and are left out.
   *
   * @param events all test events
   * @param rules the names of the rules
   * @return what became of the changes of each rule that runs and triggers in some event, in the order
   *     of the names
   * @throws ConfigException if the composition cannot be made with the fixtures of an event
   */
  public List<MutationReport> mutate(Collection<TestEvent> events, Collection<String> rules) {
    return new EventMutations(composition, clock).reports(events, rules);
  }

  /**
   * The rules of the composition.
   *
   * @return their names in their order, also of disabled and inactive ones; unmodifiable
   */
  public Set<String> rules() {
    return withoutFixtures.engine().rules().keySet();
  }

  /**
   * What the rules did in all tests so far.
   *
   * @return the numbers as they are now
   */
  public RuleStatistics statistics() {
    return ofFixtures.plus(withoutFixtures.statistics());
  }

  /** Collects the parts of a runner. Not thread-safe. */
  public static final class Builder {

    private final EventComposition composition;
    private Clock clock = Clock.systemUTC();
    private boolean classifyOnly;
    private AlertCheck alertCheck = AlertCheck.none();

    private Builder(EventComposition composition) {
      this.composition = Objects.requireNonNull(composition, "composition");
    }

    /**
     * Sets the clock of rules and of the helper {@code last_hour}.
     *
     * @param clock the clock; default the system's
     * @return this
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets whether rules are left out of all tests.
     *
     * @param classifyOnly true to test classification alone; default false
     * @return this
     */
    public Builder classifyOnly(boolean classifyOnly) {
      this.classifyOnly = classifyOnly;
      return this;
    }

    /**
     * Sets what else has to hold for each alert that an event raises.
     *
     * @param check the check, which is not asked where rules are not run; default none
     * @return this
     */
    public Builder alertCheck(AlertCheck check) {
      this.alertCheck = Objects.requireNonNull(check, "check");
      return this;
    }

    /**
     * Makes the runner.
     *
     * @return the runner
     * @throws ConfigException if the composition cannot be made
     */
    public EventRunner build() {
      return new EventRunner(this);
    }
  }
}
