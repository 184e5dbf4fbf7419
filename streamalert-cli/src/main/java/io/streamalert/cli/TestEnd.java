package io.streamalert.cli;

import io.streamalert.rule.RuleStatistics;
import io.streamalert.testkit.mutation.MutationReport;
import java.util.List;

/**
 * What is told when all tests ran.
 *
 * @param totals how many there were
 * @param untestedRules the rules without a test
 * @param statistics what the rules did
 * @param mutations what the tests make of changed rules, by rule
 */
record TestEnd(
    TestTotals totals,
    List<String> untestedRules,
    RuleStatistics statistics,
    List<MutationReport> mutations) {

  int mutants() {
    return mutations.stream().mapToInt(report -> report.mutants().size()).sum();
  }

  int killed() {
    return mutations.stream().mapToInt(MutationReport::killed).sum();
  }

  /** The share of all mutants that were killed, from 0 to 1; 1 where there are none. */
  double score() {
    return mutants() == 0 ? 1 : (double) killed() / mutants();
  }
}
