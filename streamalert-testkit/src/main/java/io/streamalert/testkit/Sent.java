package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import java.util.List;

/**
 * The attempts to deliver that one call of a {@link StreamAlertExtension} led to. Immutable.
 *
 * @see StreamAlertAssertions#assertThat(Sent)
 */
public final class Sent {

  private final List<Attempt> attempts;
  private final Unasserted unasserted;

  Sent(List<Attempt> attempts, Unasserted unasserted) {
    this.attempts = List.copyOf(attempts);
    this.unasserted = unasserted;
  }

  /**
   * All attempts, delivered or not.
   *
   * @return the attempts in their order; unmodifiable
   */
  public List<Attempt> attempts() {
    return attempts;
  }

  /**
   * The alerts that were sent, merged ones and those that were not.
   *
   * @return each alert once, in the order of the attempts
   */
  public List<Alert> alerts() {
    return attempts.stream().map(Attempt::alert).distinct().toList();
  }

  Unasserted unasserted() {
    return unasserted;
  }

  /** {@return the attempts, never what was sent} */
  @Override
  public String toString() {
    return "Sent" + attempts;
  }
}
