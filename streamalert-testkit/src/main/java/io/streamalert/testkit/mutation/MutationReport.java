package io.streamalert.testkit.mutation;

import java.util.List;
import java.util.Objects;

/**
 * What the samples of a rule make of its mutants. Immutable.
 *
 * @param rule the rule's name
 * @param mutants the mutants in a fixed order
 */
public record MutationReport(String rule, List<Mutant> mutants) {

  /** The fewest mutants that say something about tests: {@value}. */
  public static final int FEWEST_MUTANTS = 5;

  /**
   * Copies the mutants.
   *
   * @param rule the rule's name
   * @param mutants the mutants
   */
  public MutationReport {
    Objects.requireNonNull(rule, "rule");
    mutants = List.copyOf(mutants);
  }

  /**
   * How many mutants were killed.
   *
   * @return the number
   */
  public int killed() {
    return mutants.size() - survivors().size();
  }

  /**
   * The changes that no sample told.
   *
   * @return the changes in English, in a fixed order
   */
  public List<String> survivors() {
    return mutants.stream().filter(m -> !m.killed()).map(Mutant::change).toList();
  }

  /**
   * The share of the mutants that were killed.
   *
   * @return from 0 to 1; 1 where there are none
   */
  public double score() {
    return mutants.isEmpty() ? 1 : (double) killed() / mutants.size();
  }

  /**
   * Whether there are fewer than {@value #FEWEST_MUTANTS} mutants, as of a rule with a short condition
   * and no code that looks at a field.
   *
   * @return true if the score says little
   */
  public boolean isSparse() {
    return mutants.size() < FEWEST_MUTANTS;
  }

  /** {@return the score, and a line for each survivor} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(rule)
        .append(": ")
        .append(killed())
        .append(" of ")
        .append(mutants.size())
        .append(" mutants killed");
    survivors().forEach(change -> text.append("\n  survived: ").append(change));
    return text.toString();
  }
}
