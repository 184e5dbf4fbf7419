package io.streamalert;

import io.streamalert.publish.Publishers;
import io.streamalert.rule.RuleEntry;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.List;

/** Holds the publishers that rules name against those that are there. */
record NamedPublishers(Publishers publishers) {

  /** Libraries may name publishers of modules that are not there. */
  List<Problem> problems(Collection<RuleEntry> rules) {
    return rules.stream()
        .filter(rule -> !rule.origin().library())
        .flatMap(rule ->
            publishers.unknown(rule.spec().publishers()).stream().map(name -> unknown(rule, name)))
        .toList();
  }

  private Problem unknown(RuleEntry rule, String name) {
    return Problem.of("The rule " + rule.spec().name() + " (" + rule.origin()
            + ") names the publisher \"" + name + "\", which is not there")
        .choose(name, publishers.names());
  }
}
