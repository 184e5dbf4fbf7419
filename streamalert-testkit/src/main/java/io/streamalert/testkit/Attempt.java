package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.publish.Publication;

/**
 * One attempt to deliver an alert, as a {@link RecordingOutput} saw it. Immutable.
 *
 * @param output the output
 * @param alert the alert
 * @param publication what the publishers made of it
 * @param number the number of the attempt for this alert and output, from 1
 * @param idempotencyKey the key that is the same for all of them
 * @param answer what the output answered
 */
public record Attempt(
    OutputId output,
    Alert alert,
    Publication publication,
    int number,
    String idempotencyKey,
    Delivery answer) {

  /**
   * Whether the alert was delivered.
   *
   * @return true if the answer is {@link Delivery.Delivered}
   */
  public boolean isDelivered() {
    return answer instanceof Delivery.Delivered;
  }

  /** {@return output, rule and answer, never what was sent} */
  @Override
  public String toString() {
    return "Attempt[" + alert.ruleName() + " to " + output + ": " + answer + "]";
  }
}
