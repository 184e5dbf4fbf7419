package io.streamalert;

import io.streamalert.publish.Publishers;
import io.streamalert.rule.Rule;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.List;

/** Holds the publishers that rules name against those that are there. */
record NamedPublishers(Publishers publishers) {

  List<Problem> problems(Collection<Rule> rules) {
    return rules.stream()
        .flatMap(rule ->
            publishers.unknown(rule.spec().publishers()).stream().map(name -> unknown(rule, name)))
        .toList();
  }

  private Problem unknown(Rule rule, String name) {
    return Problem.of("The rule " + rule.spec().name() + " (" + rule.getClass().getName()
            + ") names the publisher \"" + name + "\", which is not there")
        .choose(name, publishers.names());
  }
}
