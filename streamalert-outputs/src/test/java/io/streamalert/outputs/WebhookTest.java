package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookTest extends HttpOutputContract {

  private static final String KEY = "0123456789abcdef0123";
  private static final Alert ALERT = Requests.alert("A title");

  /** By another tool, of {@code 1767268800.{"part":"one"}} with {@link #KEY}. */
  private static final String SIGNATURE =
      "v1=25988151c3072629b7418ce9aec39932690c1e6448a860ff811faa15dcf8df94";

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Webhook.to(
        id("webhook"), credentials.of(service + "/" + SECRET), credentials.of(SECRET), http);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(204, Map.of(), "");
  }

  private Received sentWith(List<Secret> keys) {
    StandingClock clock = new StandingClock();
    OutputDispatcher output = Webhook.to(
        id("webhook"),
        Secret.literal(service().url() + "/alerts"),
        keys,
        Http.builder().clock(clock).build());
    Instant deadline = clock.instant().plusSeconds(10);

    assertThat(output.dispatch(Requests.of(ALERT, Publication.of(Map.of("part", "one")), deadline)))
        .isEqualTo(Delivery.delivered());
    return service().received().get(0);
  }

  @Test
  void theMessageIsSigned() {
    Received received = sentWith(List.of(Secret.literal(KEY)));

    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.path()).isEqualTo("/alerts");
    assertThat(received.body()).isEqualTo("{\"part\":\"one\"}");
    assertThat(received.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("idempotency-key", ALERT.id().toString())
        .containsEntry("streamalert-timestamp", "1767268800")
        .containsEntry("streamalert-signature", SIGNATURE);
  }

  @Test
  void eachKeySigns() {
    Received received =
        sentWith(List.of(Secret.literal("another"), Secret.literal(KEY), Secret.literal("")));

    assertThat(received.headers().get("streamalert-signature"))
        .matches("v1=[0-9a-f]{64},v1=[0-9a-f]{64}")
        .endsWith("," + SIGNATURE);
  }

  @Test
  void withoutAKeyNothingIsSent() {
    OutputDispatcher output = Webhook.to(
        id("webhook"),
        Secret.literal(service().url().toString()),
        Secret.literal(""),
        Http.builder().build());

    assertThat(attempt(output, Duration.ofSeconds(5)))
        .isInstanceOf(Delivery.RetryAfter.class)
        .asString()
        .contains("empty");
    assertThat(service().received()).isEmpty();
  }

  @Test
  void theBodyIsThePayload() {
    Publication publication = Publication.of(Map.of("a", "\ud800", "@slack.text", "no"));

    assertThat(sent(ALERT, publication)).isEqualTo(FieldValue.of(Map.of("a", "\ufffd")));
    assertThat(sent(ALERT, standard(ALERT))).isEqualTo(FieldValue.of(ALERT.toFields()));
  }

  @Test
  void aBodyThatIsTooLargeLosesItsMiddle() {
    String body =
        sent(ALERT, Publication.of(Map.of("a", "x".repeat(2_000_000)))).toJson();

    assertThat(body).hasSizeBetween(10_000, 20_100).contains("x ... x");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "webhook",
        "url masked credential, secret masked credential, former_secret masked credential optional",
        Map.of("url", "https://a.test/x", "secret", KEY, "former_secret", KEY));
    Property secret = Providers.find("webhook").properties().get(1);
    assertThat(secret.check("short"))
        .contains("\"secret\" must be a text of at least 16 characters");
  }
}
