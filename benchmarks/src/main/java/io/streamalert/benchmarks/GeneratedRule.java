package io.streamalert.benchmarks;

import io.streamalert.condition.Condition;
import io.streamalert.rule.Rule;

/**
 * A copy of a rule that ships, with other values.
 *
 * @param rule the rule
 * @param needed what a record must meet to be a candidate: one field has one value
 * @param pattern the same rule as a pattern of event-ruler
 */
record GeneratedRule(Rule rule, Condition needed, String pattern) {}
