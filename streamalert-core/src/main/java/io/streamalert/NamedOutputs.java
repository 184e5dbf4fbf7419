package io.streamalert;

import io.streamalert.alert.OutputId;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RulesEngine;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Names;
import io.streamalert.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outputs that alerts are addressed to, with who names them: the settings, or rules. What
 * depends on a record is known only when a rule triggers, so it is not among them.
 */
record NamedOutputs(Map<OutputId, Set<String>> namedBy) {

  private static final Logger LOG = LoggerFactory.getLogger(NamedOutputs.class);

  private static final int MOST_NAMED = 3;
  private static final String AWS = "aws-";

  /** Services that ship, apart from those of AWS. */
  private static final Set<String> SERVICES = Set.of(
      "carbonblack",
      "console",
      "demisto",
      "file",
      "github",
      "jira",
      "jira-v2",
      "komand",
      "opsgenie",
      "pagerduty",
      "pagerduty-incident",
      "pagerduty-v2",
      "phantom",
      "slack",
      "teams",
      "victorops");

  static NamedOutputs of(Settings settings, RulesEngine engine) {
    Map<OutputId, Set<String>> namedBy = new TreeMap<>();
    settings
        .requiredOutputs()
        .forEach(output -> add(OutputId.parse(output), "the settings", namedBy));
    for (Rule rule : engine.rules().values()) {
      if (!rule.spec().isDisabled()) {
        rule.spec().outputs().forEach(output -> add(output, rule.spec().name(), namedBy));
      }
    }
    return new NamedOutputs(namedBy);
  }

  private static void add(OutputId output, String who, Map<OutputId, Set<String>> namedBy) {
    namedBy.computeIfAbsent(output, o -> new LinkedHashSet<>()).add(who);
  }

  /**
   * Problems where alerts are delivered; elsewhere one warning, but none where nothing is known of
   * delivery at all.
   */
  List<Problem> check(Set<OutputId> dispatchers, Optional<Environment> environment) {
    Set<OutputId> there = new TreeSet<>(dispatchers);
    environment.ifPresent(offer -> there.addAll(offer.outputs()));
    List<Problem> missing = missing(there);
    Optional<Role> role = environment.map(Environment::role);
    if (role.filter(Role::delivers).isPresent()) {
      return missing;
    }
    boolean told = role.map(Role.RULES::equals).orElse(!dispatchers.isEmpty());
    if (told && !missing.isEmpty()) {
      LOG.warn(
          "Alerts are addressed to outputs that are not here: {}",
          missing.stream().map(Problem::toString).collect(Collectors.joining(" ")));
    }
    return List.of();
  }

  /** A problem for each output that is not there. */
  List<Problem> missing(Set<OutputId> there) {
    List<Problem> problems = new ArrayList<>();
    namedBy.forEach((output, who) -> {
      if (!there.contains(output)) {
        problems.add(mended(
            output,
            there,
            Problem.of("The output " + output + ", named by " + list(who) + ", is not there")));
      }
    });
    return problems;
  }

  private static String list(Set<String> who) {
    int more = who.size() - MOST_NAMED;
    return who.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Problem mended(OutputId output, Set<OutputId> there, Problem problem) {
    String service = output.service();
    List<String> siblings = there.stream()
        .filter(other -> other.service().equals(service))
        .map(OutputId::toString)
        .toList();
    if (!siblings.isEmpty()) {
      return problem.choose(output.toString(), siblings);
    }
    if (service.startsWith(AWS) || SERVICES.contains(service)) {
      String artifact = service.startsWith(AWS) ? "streamalert-aws-runtime" : "streamalert-outputs";
      return problem.mendedBy("Configure it, and add the artifact " + artifact + ".");
    }
    return Names.nearest(service, SERVICES).isPresent()
        ? problem.choose(service, SERVICES)
        : problem.mendedBy("Add an output of the service " + service + ".");
  }
}
