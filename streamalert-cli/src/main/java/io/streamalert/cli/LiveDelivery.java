package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publishers;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.events.AlertCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends the alerts of test events to their outputs. Not thread-safe. */
final class LiveDelivery implements AlertCheck {

  private final OutputsSetup setup;
  private final Sending sending;
  private final Map<OutputId, OutputDispatcher> dispatchers = new HashMap<>();

  LiveDelivery(OutputsSetup setup, Sending sending) {
    this.setup = setup;
    this.sending = sending;
  }

  @Override
  public List<String> reasons(Alert alert, Publishers publishers) {
    List<String> reasons = new ArrayList<>();
    for (OutputId output : alert.outputs()) {
      if (!output.toString().equals(Settings.DEFAULT_REQUIRED_OUTPUT)) {
        reasons.addAll(deliver(alert, output, publishers));
      }
    }
    return reasons;
  }

  private List<String> deliver(Alert alert, OutputId output, Publishers publishers) {
    String what = "the alert of " + alert.ruleName() + " for " + output + ": ";
    try {
      OutputDispatcher dispatcher =
          dispatchers.computeIfAbsent(output, id -> setup.dispatcher(setup.require(id.toString())));
      Delivery delivery = sending.send(alert, publishers.publish(alert, output), dispatcher);
      return delivery instanceof Delivery.Delivered
          ? List.of()
          : List.of(what + DeliveryText.of(delivery));
    } catch (UserError e) {
      return List.of(what + e.getMessage());
    } catch (ConfigException e) {
      return e.problems().stream().map(problem -> what + problem).toList();
    } catch (RuntimeException e) {
      // A publisher or an output that broke. Without its message, which may hold values of the
      // record.
      return List.of(what + "it broke with " + e.getClass().getName());
    }
  }
}
