package io.streamalert.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What one sweep of {@link AlertMerger} did. Immutable and safe for use by many threads. */
public final class MergeReport {

  private final int merged;
  private final int parts;
  private final int waiting;
  private final Map<String, String> errors;

  MergeReport(Tally tally) {
    merged = tally.merged;
    parts = tally.parts;
    waiting = tally.waiting;
    errors = Collections.unmodifiableMap(new TreeMap<>(tally.errors));
  }

  /** {@return how many merged alerts were stored} */
  public int merged() {
    return merged;
  }

  /** {@return how many alerts became parts of them} */
  public int parts() {
    return parts;
  }

  /** {@return how many alerts wait for the end of their group's window, or were not merged in time} */
  public int waiting() {
    return waiting;
  }

  /**
   * What failed. The alerts of a group that failed are looked at again by the next sweep, or when
   * the lease of their claims has ended.
   *
   * @return from the name of a rule to the first failure, without values of records; unmodifiable
   */
  public Map<String, String> errors() {
    return errors;
  }

  @Override
  public String toString() {
    return "MergeReport[merged=" + merged + ", parts=" + parts + ", waiting=" + waiting
        + ", errors=" + errors + "]";
  }

  /** Counts while a sweep goes on. Belongs to one thread. */
  static final class Tally {

    private int merged;
    private int parts;
    private int waiting;
    private final Map<String, String> errors = new TreeMap<>();

    void merged(int count) {
      merged++;
      parts += count;
    }

    void waiting(int count) {
      waiting += count;
    }

    void failed(String rule, Throwable broken) {
      errors.putIfAbsent(rule, "Merging failed with " + broken.getClass().getName());
    }
  }
}
