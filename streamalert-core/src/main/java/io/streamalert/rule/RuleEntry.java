package io.streamalert.rule;

/** One rule of an engine, as a list shows it. Immutable. */
public final class RuleEntry {

  private final RuleSpec spec;
  private final RuleOrigin origin;
  private final RuleState state;
  private final boolean indexable;

  RuleEntry(RuleSpec spec, RuleOrigin origin, RuleState state, boolean indexable) {
    this.spec = spec;
    this.origin = origin;
    this.state = state;
    this.indexable = indexable;
  }

  /**
   * What the rule declares.
   *
   * @return the spec
   */
  public RuleSpec spec() {
    return spec;
  }

  /**
   * Where the rule comes from.
   *
   * @return the origin
   */
  public RuleOrigin origin() {
    return origin;
  }

  /**
   * Whether the rule runs.
   *
   * @return the state when the list was made; staging may change
   */
  public RuleState state() {
    return state;
  }

  /**
   * Whether a condition keeps the rule's code from most records. Code without one is asked for every
   * record of its log types.
   *
   * @return true if the rule has a condition
   */
  public boolean isIndexable() {
    return indexable;
  }

  /** {@return the name and the state} */
  @Override
  public String toString() {
    return spec.name() + " (" + state + ")";
  }
}
