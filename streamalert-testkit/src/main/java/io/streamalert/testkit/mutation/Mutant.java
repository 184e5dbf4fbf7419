package io.streamalert.testkit.mutation;

import java.util.Objects;

/**
 * A rule with one small change, after it was tried. Immutable.
 *
 * @param change what was changed, in English
 * @param killed whether a sample told it from the rule
 */
public record Mutant(String change, boolean killed) {

  /**
   * Checks the parts.
   *
   * @param change what was changed
   * @param killed whether a sample told it from the rule
   */
  public Mutant {
    Objects.requireNonNull(change, "change");
  }
}
