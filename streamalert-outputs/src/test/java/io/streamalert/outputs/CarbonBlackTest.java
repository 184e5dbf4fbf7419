package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Rejected;
import io.streamalert.output.Delivery.RetryAfter;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarbonBlackTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("carbonblack");
  private static final String MD5 = "31283037CB17FFDBC4A78A75CF70B0C8";
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Map<String, Object> BAN = Map.of("action", "ban", "value", MD5);

  /** Gives each alert the context that a rule for this output gives it. */
  private record Banning(OutputDispatcher output, Map<String, ?> context)
      implements OutputDispatcher {

    @Override
    public OutputId id() {
      return output.id();
    }

    @Override
    public Delivery dispatch(DeliveryRequest request) {
      Alert alert = request.alert();
      Alert banning = Alert.builder(alert.ruleName(), alert.record(), alert.created())
          .title(alert.title())
          .context(Map.of("carbonblack", FieldValue.of(context)))
          .build();
      return output.dispatch(DeliveryRequest.builder(banning, request.publication())
          .attempt(request.attempt())
          .idempotencyKey(request.idempotencyKey())
          .deadline(request.deadline())
          .build());
    }
  }

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return output(http, service, credentials, BAN);
  }

  private static OutputDispatcher output(
      Http http, URI service, Credentials credentials, Map<String, ?> context) {
    return new Banning(
        CarbonBlack.to(
            id("carbonblack"), Secret.literal(service.toString()), credentials.of(SECRET), http),
        context);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return tells(request)
        ? Fault.answer(200, Map.of(), "{\"result\":\"success\"}")
        : Fault.status(404);
  }

  @Override
  protected boolean tells(Received request) {
    return request.method().equals("POST");
  }

  private Delivery banning(Map<String, ?> context) {
    return attempt(output(Http.builder().build(), service().url(), Secret::literal, context), LONG);
  }

  private void found(String ban) {
    service()
        .script(request -> tells(request) ? wellAnswer(request) : Fault.answer(200, Map.of(), ban));
  }

  @Test
  void aHashThatIsNotBannedIs() {
    assertThat(attempt(healthy(), LONG)).isEqualTo(Delivery.delivered(MD5));
    Received look = service().received().get(0);
    Received ban = service().received().get(1);

    assertThat(look.method()).isEqualTo("GET");
    assertThat(look.path()).isEqualTo("/api/v1/banning/blacklist/" + MD5);
    assertThat(ban.path()).isEqualTo("/api/v1/banning/blacklist");
    assertThat(FieldValue.parse(ban.body()))
        .isEqualTo(FieldValue.of(Map.of("md5hash", MD5, "text", "Banned from StreamAlert")));
    FIELDS.check(ban.body());
    assertThat(service().received())
        .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-auth-token", SECRET));
  }

  @Test
  void aHashThatIsBannedStaysSo() {
    found("{\"md5hash\":\"" + MD5 + "\",\"enabled\":true}");

    assertThat(attempt(healthy(), LONG)).isEqualTo(Delivery.delivered(MD5));
    assertThat(service().received()).hasSize(1);
  }

  @Test
  void aBanThatWasLiftedIsEnabled() {
    found("{\"md5hash\":\"" + MD5 + "\",\"enabled\":false,\"text\":\"Of ann\"}");

    assertThat(attempt(healthy(), LONG)).isEqualTo(Delivery.delivered(MD5));
    assertThat(FieldValue.parse(received().get(0)))
        .isEqualTo(FieldValue.of(Map.of("md5hash", MD5, "text", "Of ann", "enabled", true)));
    FIELDS.check(received().get(0));
  }

  @Test
  void whoeverComesSecondLooksAgain() {
    service().script(request -> Fault.status(tells(request) ? 409 : 404));

    assertThat(attempt(healthy(), LONG)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void whatTheContextDoesNotSayIsNotDone() {
    assertThat(banning(Map.of("action", "unban", "value", MD5))).isInstanceOf(Rejected.class);
    assertThat(banning(Map.of("value", MD5))).isInstanceOf(Rejected.class);
    assertThat(banning(Map.of("action", "ban"))).isInstanceOf(Rejected.class);
    assertThat(banning(Map.of("action", "ban", "value", "../../user/" + MD5)))
        .isInstanceOf(Rejected.class)
        .asString()
        .doesNotContain(MD5);
    Banning healthy = (Banning) healthy();
    assertThat(attempt(healthy.output(), LONG))
        .isInstanceOf(Rejected.class)
        .asString()
        .contains("Let the rule put");
    assertThat(service().received()).isEmpty();
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "carbonblack",
        "url credential, token masked credential",
        Map.of("url", "https://cb.test", "token", "abc"));
  }
}
