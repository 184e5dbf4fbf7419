package io.streamalert.testkit.events;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publishers;
import java.util.List;

/**
 * What else has to hold for each alert that a test event raises, such as that it can be delivered.
 */
@FunctionalInterface
public interface AlertCheck {

  /**
   * Checks an alert.
   *
   * @param alert the alert
   * @param publishers the publishers that its rule may name
   * @return what is wrong, one line each, without values of the record; empty if all is well
   */
  List<String> reasons(Alert alert, Publishers publishers);

  /**
   * A check that every alert passes.
   *
   * @return the check
   */
  static AlertCheck none() {
    return (alert, publishers) -> List.of();
  }
}
