package io.streamalert.delivery;

import io.streamalert.alert.AlertId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AlertStore#commit} did. Immutable and safe for use by many threads; two are equal
 * when all their parts are.
 */
public final class Receipt {

  private final long commitNumber;
  private final Set<AlertId> accepted;
  private final Set<AlertId> known;

  private Receipt(long commitNumber, Set<AlertId> accepted, Set<AlertId> known) {
    this.commitNumber = commitNumber;
    this.accepted = accepted;
    this.known = known;
  }

  /**
   * Makes a receipt; for implementations of {@link AlertStore}.
   *
   * @param commitNumber the number of the commit, from 1
   * @param accepted the alerts that were stored
   * @param known the alerts that were left out because their id was known
   * @return the receipt
   * @throws IllegalArgumentException if the number is less than 1 or an alert is in both groups
   */
  public static Receipt of(
      long commitNumber, Collection<AlertId> accepted, Collection<AlertId> known) {
    if (commitNumber < 1) {
      throw new IllegalArgumentException(
          "The number of a commit must be at least 1, but is " + commitNumber);
    }
    Set<AlertId> stored = copy("accepted", accepted);
    Set<AlertId> leftOut = copy("known", known);
    if (!Collections.disjoint(stored, leftOut)) {
      throw new IllegalArgumentException("An alert is either accepted or known, not both");
    }
    return new Receipt(commitNumber, stored, leftOut);
  }

  /**
   * The number of the commit. Every commit of one store has another; a later one has a greater.
   *
   * @return the number, from 1
   */
  public long commitNumber() {
    return commitNumber;
  }

  /**
   * The alerts that were stored.
   *
   * @return their ids in the order of the commit; unmodifiable
   */
  public Set<AlertId> accepted() {
    return accepted;
  }

  /**
   * The alerts that were left out because their id was known.
   *
   * @return their ids in the order of the commit; unmodifiable
   */
  public Set<AlertId> known() {
    return known;
  }

  private static Set<AlertId> copy(String name, Collection<AlertId> ids) {
    Set<AlertId> copy = new LinkedHashSet<>(Objects.requireNonNull(ids, name));
    copy.forEach(id -> Objects.requireNonNull(id, name));
    return Collections.unmodifiableSet(copy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Receipt that
        && commitNumber == that.commitNumber
        && accepted.equals(that.accepted)
        && known.equals(that.known);
  }

  @Override
  public int hashCode() {
    return Objects.hash(commitNumber, accepted, known);
  }

  @Override
  public String toString() {
    return "Receipt[commit " + commitNumber + ", accepted=" + accepted + ", known=" + known + "]";
  }
}
