package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.record.FieldValue;
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
  private static final WireFields DEMISTO = WireFields.of("demisto");
  private static final WireFields KOMAND = WireFields.of("komand");
  private static final WireFields CONTAINER = WireFields.of("phantom-container");
  private static final WireFields ARTIFACT = WireFields.of("phantom-artifact");

  @Provide
  Arbitrary<Alert> alerts() {
    return AnyAlerts.alerts();
  }

  @Property(tries = 20)
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
    DEMISTO.check(WireJson.of(DemistoIncident.of(request)));
    KOMAND.check(Komand.message(request.publication()));
    CONTAINER.check(WireJson.of(PhantomFlow.container(request.alert())));
    ARTIFACT.check(WireJson.of(PhantomFlow.artifact(request, FieldValue.of(1))));
  }
}
