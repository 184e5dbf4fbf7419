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
   * Whether the engine finds the records that the rule may trigger on by an index. Any other rule is
   * asked about every record of its log types: it has no condition, or one that demands nothing that
   * an index can hold, such as only that a field be missing.
   *
   * @return true if an index is used
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
