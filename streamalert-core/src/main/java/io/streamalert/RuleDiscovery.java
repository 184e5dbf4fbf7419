package io.streamalert;

import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOrigin;
import io.streamalert.rule.RulesEngineBuilder;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.RuleProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;

/** Gathers rules from code and providers, each with its origin. Not thread-safe. */
final class RuleDiscovery {

  private final List<Offer> own = new ArrayList<>();
  private final List<Iterable<? extends RuleProvider>> providers = new ArrayList<>();
  private final List<Offer> provided = new ArrayList<>();

  private record Offer(Rule rule, RuleOrigin origin) {}

  void add(Collection<? extends Rule> rules) {
    rules.forEach(rule -> add(rule, RuleOrigin.of(rule)));
  }

  void add(Rule rule, RuleOrigin origin) {
    own.add(
        new Offer(Objects.requireNonNull(rule, "rule"), Objects.requireNonNull(origin, "origin")));
  }

  void add(RuleProvider provider) {
    providers.add(List.of(provider));
  }

  void add(Iterable<? extends RuleProvider> more) {
    providers.add(more);
  }

  /** Asks the providers, and answers what is wrong with them. */
  List<Problem> load() {
    provided.clear();
    List<Problem> problems = new ArrayList<>();
    for (Iterable<? extends RuleProvider> group : providers) {
      try {
        group.forEach(provider -> load(provider, problems));
      } catch (ServiceConfigurationError e) {
        problems.add(Problem.of("A rule provider cannot be made: " + e)
            .mendedBy("Mend the class, or take its name out of META-INF/services."));
      }
    }
    return problems;
  }

  private void load(RuleProvider provider, List<Problem> problems) {
    try {
      boolean library = provider.isLibrary();
      for (Rule rule : provider.rules()) {
        RuleOrigin origin = RuleOrigin.of(rule);
        provided.add(new Offer(rule, library ? origin.ofLibrary() : origin));
      }
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    } catch (RuntimeException | LinkageError e) {
      problems.add(
          Problem.of("The rule provider " + provider.getClass().getName() + " broke: " + e));
    }
  }

  /** Hands the rules over: own ones, then those of the providers. */
  RulesEngineBuilder offerTo(RulesEngineBuilder engine) {
    own.forEach(offer -> engine.rule(offer.rule(), offer.origin()));
    provided.forEach(offer -> engine.rule(offer.rule(), offer.origin()));
    return engine;
  }
}
