package io.streamalert.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the alerts that wait to be merged belong together, and which groups of them are closed.
 * A pure function of the alerts and the time; the order of the alerts does not matter. Immutable
 * and safe for use by many threads.
 *
 * <p>An alert joins the newest group of its rule and its merge key values, unless the group's
 * window has ended or the group is full; then it begins a new one. An alert that is too young to be
 * sent holds up nobody but its own group. An alert whose record alone exceeds {@link #LIMIT_BYTES}
 * is a group of its own.
 */
public final class MergeGroups {

  /** The most alerts in a group: {@value}. */
  public static final int LIMIT_PARTS = 50;

  /** How large the records of a group can be together, as compact JSON in bytes: {@value}. */
  public static final int LIMIT_BYTES = 3_000_000;

  private final List<MergeGroup> closed;
  private final List<MergeGroup> waiting;

  private MergeGroups(List<MergeGroup> closed, List<MergeGroup> waiting) {
    this.closed = List.copyOf(closed);
    this.waiting = List.copyOf(waiting);
  }

  /**
   * Groups alerts. Takes time and memory in proportion to the records, and remembers in each alert
   * what its merge keys found.
   *
   * @param candidates alerts with merging enabled, of any rules, no two of one id
   * @param now the present time
   * @return the groups
   * @throws IllegalArgumentException if an alert has no merging enabled
   */
  public static MergeGroups of(Collection<Alert> candidates, Instant now) {
    Map<MergeTraits.Key, Growing> newest = new HashMap<>();
    List<Growing> all = new ArrayList<>();
    for (Alert alert : candidates.stream().sorted(MergeGroup.BY_AGE).toList()) {
      Growing group = newest.get(checked(alert).mergeTraits().key());
      if (group == null || !group.add(alert)) {
        group = new Growing(alert);
        newest.put(alert.mergeTraits().key(), group);
        all.add(group);
      }
    }
    return split(all, now);
  }

  private static Alert checked(Alert alert) {
    if (!alert.mergePolicy().isEnabled()) {
      throw new IllegalArgumentException(alert + " has no merge policy, it cannot be grouped");
    }
    return alert;
  }

  private static MergeGroups split(List<Growing> all, Instant now) {
    List<MergeGroup> closed = new ArrayList<>();
    List<MergeGroup> waiting = new ArrayList<>();
    for (Growing growing : all) {
      MergeGroup group = growing.toGroup();
      boolean over = group.isFull() || !group.closesAt().isAfter(now);
      (over ? closed : waiting).add(group);
    }
    return new MergeGroups(closed, waiting);
  }

  /**
   * The groups that are closed, to be sent.
   *
   * @return the groups in the order of their oldest parts; unmodifiable
   */
  public List<MergeGroup> closed() {
    return closed;
  }

  /**
   * The groups that others may still join, until {@link MergeGroup#closesAt()}.
   *
   * @return the groups in the order of their oldest parts; unmodifiable
   */
  public List<MergeGroup> waiting() {
    return waiting;
  }

  @Override
  public String toString() {
    return "MergeGroups[closed=" + closed.size() + ", waiting=" + waiting.size() + "]";
  }

  /** A group while it is put together. */
  private static final class Growing {

    private final List<Alert> parts = new ArrayList<>();
    private final Instant end;
    private long bytes;
    private boolean full;

    Growing(Alert first) {
      end = MergeGroup.endOf(first);
      take(first);
    }

    /** Takes the next older alert, unless it is too late or does not fit, which closes the group. */
    boolean add(Alert next) {
      if (full || next.created().isAfter(end)) {
        return false;
      }
      if (bytes + next.mergeTraits().recordBytes() > LIMIT_BYTES) {
        full = true;
        return false;
      }
      take(next);
      return true;
    }

    private void take(Alert alert) {
      parts.add(alert);
      bytes += alert.mergeTraits().recordBytes();
      full = parts.size() == LIMIT_PARTS || bytes >= LIMIT_BYTES;
    }

    MergeGroup toGroup() {
      return new MergeGroup(parts, full);
    }
  }
}
