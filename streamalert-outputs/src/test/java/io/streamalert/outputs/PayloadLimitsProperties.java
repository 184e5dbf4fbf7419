package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the alert is, services that get its whole payload take the message. */
class PayloadLimitsProperties {

  private static final WireFields WEBHOOK = WireFields.of("webhook");
  private static final WireFields SPLUNK = WireFields.of("splunk-hec");

  @Provide
  Arbitrary<Alert> alerts() {
    return AnyAlerts.alerts();
  }

  @Property(tries = 100)
  void anyAlertIsWithinTheLimits(@ForAll("alerts") Alert alert) {
    check(AnyAlerts.request(alert));
  }

  @Example
  void manyLargePartsAreWithinTheLimits() {
    check(AnyAlerts.request(AnyAlerts.merged()));
  }

  private static void check(DeliveryRequest request) {
    WEBHOOK.check(WireJson.payload(request.publication(), Webhook.LIMIT_BODY_BYTES));
    SPLUNK.check(WireJson.of(SplunkEvent.of(request, Map.of("index", "i".repeat(2_000)))));
  }
}
