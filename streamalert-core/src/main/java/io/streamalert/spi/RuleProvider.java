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
}
