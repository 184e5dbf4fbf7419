package io.streamalert.spi;

import io.streamalert.rule.Rule;
import java.util.List;

/**
 * Brings rules that run in every instance which loads providers. Implemented by jars with rules;
 * see the package for how it is found.
 */
public interface RuleProvider {

  /**
   * The rules. Called once per instance.
   *
   * @return the rules in the order in which they run; no two rules of an instance, also of
   *     different providers, may have the same name
   */
  List<Rule> rules();

  /**
   * Whether these rules are for many deployments, of which each has some of the log types only. A
   * library's rule is inactive where none of its log types has a schema; otherwise a rule for a log
   * type without a schema is an error, as it is probably misspelt.
   *
   * @return true for a library; by default false
   */
  default boolean isLibrary() {
    return false;
  }
}
