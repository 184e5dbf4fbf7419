package io.streamalert.alert;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which alerts of a rule are sent as one: those with equal values of the merge keys within a window
 * of time. Immutable and thread-safe.
 */
public final class MergePolicy {

  private static final MergePolicy NONE = new MergePolicy(Duration.ZERO, List.of());

  private final Duration window;
  private final List<String> keys;

  private MergePolicy(Duration window, List<String> keys) {
    this.window = window;
    this.keys = keys;
  }

  /**
   * No merging: every alert is sent at once.
   *
   * @return the policy
   */
  public static MergePolicy none() {
    return NONE;
  }

  /**
   * Merges alerts within a window; complete it with {@link #by(String...)}.
   *
   * @param window how long after the first alert others still join it; whole minutes, at least one,
   *     because the stored form of StreamAlert 3.5 counts minutes
   * @return a policy that has no keys yet and so merges nothing
   * @throws IllegalArgumentException if the window is not a positive number of whole minutes
   */
  public static MergePolicy within(Duration window) {
    Objects.requireNonNull(window, "window");
    if (window.isNegative()
        || window.isZero()
        || !window.equals(Duration.ofMinutes(window.toMinutes()))) {
      throw new IllegalArgumentException(
          "A merge window is a positive number of whole minutes, not " + window);
    }
    return new MergePolicy(window, List.of());
  }

  /**
   * This window with these keys.
   *
   * @param keys the keys whose values must be equal, each looked for anywhere in the record,
   *     outermost first; both absent counts as equal
   * @return the policy
   */
  public MergePolicy by(String... keys) {
    return new MergePolicy(window, List.of(keys));
  }

  /**
   * Whether alerts are merged at all.
   *
   * @return true with a window and at least one key
   */
  public boolean isEnabled() {
    return !window.isZero() && !keys.isEmpty();
  }

  /**
   * How long after the first alert others still join it.
   *
   * @return whole minutes, or zero
   */
  public Duration window() {
    return window;
  }

  /**
   * The merge keys.
   *
   * @return the keys in the given order; unmodifiable
   */
  public List<String> keys() {
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MergePolicy that
        && window.equals(that.window)
        && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return Objects.hash(window, keys);
  }

  /** {@return the policy in English} */
  @Override
  public String toString() {
    return isEnabled()
        ? "within " + window.toMinutes() + " min by " + String.join(", ", keys)
        : "no merging";
  }
}
