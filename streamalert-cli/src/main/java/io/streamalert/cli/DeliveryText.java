package io.streamalert.cli;

import io.streamalert.output.Delivery;
import io.streamalert.outputs.TerminalText;

/** Tells a person what came of an attempt. */
final class DeliveryText {

  private DeliveryText() {}

  static String of(Delivery delivery) {
    return TerminalText.clean(delivery.<String>fold(
        delivered -> "delivered"
            + delivered.reference().map(reference -> ", as " + reference).orElse("")
            + ".",
        retry -> "not delivered. " + retry.reason()
            + (retry.delay().isZero()
                ? ""
                : " Can be tried again in " + retry.delay().toSeconds() + " seconds."),
        rejected -> "rejected. " + rejected.reason(),
        unknown -> "nobody knows whether it was delivered. " + unknown.reason()));
  }
}
