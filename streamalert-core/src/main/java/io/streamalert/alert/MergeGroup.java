package io.streamalert.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Alerts that are to be sent as one: of one rule, with equal values of the merge keys, within the
 * window of the oldest. Made by {@link MergeGroups}. Immutable and safe for use by many threads.
 */
public final class MergeGroup {

  /** The order of the parts: by time, and by id where times are equal. */
  static final Comparator<Alert> BY_AGE =
      Comparator.comparing(Alert::created).thenComparing(Alert::id);

  private final List<Alert> parts;
  private final boolean full;

  MergeGroup(List<Alert> parts, boolean full) {
    this.parts = List.copyOf(parts);
    this.full = full;
  }

  /**
   * Whether two alerts can be parts of one: they are of one rule, both have merging enabled, the
   * newer is created no later than the window of the older ends, and they have the same merge keys
   * with equal values. The value of a key is the first one found anywhere in the record, outermost
   * first, but not in the normalised values; a key that is nowhere and one with null count as equal.
   *
   * @param one an alert
   * @param other another alert
   * @return whether they can, in whatever order they are given
   */
  public static boolean canMerge(Alert one, Alert other) {
    boolean ordered = BY_AGE.compare(one, other) <= 0;
    Alert older = ordered ? one : other;
    Alert newer = ordered ? other : one;
    return one.mergePolicy().isEnabled()
        && other.mergePolicy().isEnabled()
        && !newer.created().isAfter(endOf(older))
        && older.mergeTraits().key().equals(newer.mergeTraits().key());
  }

  /**
   * Merges alerts. The result does not depend on their order. Its id follows from the rule and the
   * oldest part; rule, description, source, publishers and context are those of the oldest, the
   * outputs those of the newest, with its publishers where the oldest does not name the output. It
   * is staged if a part is, as severe as the most severe, and has no merge policy. It has a title
   * of its own only if all parts have the same.
   *
   * @param alerts the alerts, no two of one id
   * @param created when the merged alert is created
   * @return the merged alert
   * @throws IllegalArgumentException if there is no alert, or they are of several rules
   */
  public static Alert merge(Collection<Alert> alerts, Instant created) {
    List<Alert> parts = new ArrayList<>(alerts);
    Collections.sort(parts, BY_AGE);
    if (parts.stream().map(Alert::ruleName).distinct().count() != 1) {
      throw new IllegalArgumentException("Alerts are merged only if there are any, of one rule");
    }
    Alert oldest = parts.get(0);
    Alert newest = parts.get(parts.size() - 1);
    var record = oldest.record().withContent(new MergedRecord(parts).content());
    return Alert.builder(oldest.ruleName(), record, created)
        .id(AlertId.merged(oldest.ruleName(), oldest.id()))
        .description(oldest.ruleDescription())
        .title(commonTitle(parts))
        .severity(Collections.max(parts.stream().map(Alert::severity).toList()))
        .attack(oldest.attack())
        .runbook(oldest.runbook())
        .references(oldest.references())
        .outputs(newest.outputs())
        .context(oldest.context())
        .publishers(publishers(oldest, newest))
        .staged(parts.stream().anyMatch(Alert::staged))
        .build();
  }

  private static String commonTitle(List<Alert> parts) {
    String title = parts.get(0).title();
    return parts.stream().allMatch(part -> part.title().equals(title)) ? title : "";
  }

  private static Map<OutputId, List<String>> publishers(Alert oldest, Alert newest) {
    Map<OutputId, List<String>> publishers = new TreeMap<>(newest.publishers());
    publishers.keySet().removeAll(oldest.outputs());
    publishers.putAll(oldest.publishers());
    return publishers;
  }

  /** Up to when others can join an alert that is the oldest of its group. */
  static Instant endOf(Alert oldest) {
    Duration window = oldest.mergePolicy().window();
    return oldest.created().plus(window);
  }

  /**
   * The alerts.
   *
   * @return the alerts, the oldest first; at least one; unmodifiable
   */
  public List<Alert> parts() {
    return parts;
  }

  /**
   * Whether the group takes no more alerts though its window may go on: it has {@value
   * MergeGroups#LIMIT_PARTS} parts, or their records are as large as {@link
   * MergeGroups#LIMIT_BYTES} says.
   *
   * @return true if it is full
   */
  public boolean isFull() {
    return full;
  }

  /**
   * When the group closes: at the end of the oldest part's window, or, if it is full, with the
   * creation of its newest part. This is also when the merged alert is created, so it does not
   * matter at what time somebody looks.
   *
   * @return the time
   */
  public Instant closesAt() {
    return full ? parts.get(parts.size() - 1).created() : endOf(parts.get(0));
  }

  /**
   * The group as one alert, created at {@link #closesAt()}.
   *
   * @return the alert, as {@link #merge} makes it
   */
  public Alert merged() {
    return merge(parts, closesAt());
  }

  /** {@return rule, number of parts and end, never a record} */
  @Override
  public String toString() {
    return "MergeGroup[" + parts.get(0).ruleName() + ", parts=" + parts.size() + ", closesAt="
        + closesAt() + "]";
  }
}
