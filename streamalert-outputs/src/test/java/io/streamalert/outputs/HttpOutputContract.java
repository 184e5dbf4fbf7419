package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import io.streamalert.output.Delivery.Rejected;
import io.streamalert.output.Delivery.RetryAfter;
import io.streamalert.output.Delivery.Unknown;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import io.streamalert.testkit.OutputContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every output does that speaks HTTP: {@link OutputContract}, and the right answer to whatever
 * a network and a service can do to it. The test of an output says how to make one, what its
 * service answers when all is well, and then adds its own fields.
 */
abstract class HttpOutputContract extends OutputContract {

  /** Stands in every credential of the outputs under test. */
  static final String SECRET = "s3cr3t-of-the-test";

  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final List<WireServer> servers = new ArrayList<>();
  private final WireServer well = server();
  private final Http http = Http.builder().build();

  /** An output to the service at a URL, with credentials that the given function makes. */
  protected abstract OutputDispatcher output(Http http, URI service, Credentials credentials);

  /** What the service answers when all is well. */
  protected Fault wellAnswer(Received request) {
    return Fault.answer(200, Map.of(), "ok");
  }

  /** Which of the requests to the service tell of an alert. */
  protected boolean tells(Received request) {
    return true;
  }

  /** Credentials of an output under test; {@link #SECRET} stands in each value. */
  @FunctionalInterface
  interface Credentials {
    Secret of(String value);
  }

  final WireServer server() {
    WireServer server = WireServer.start().script(this::wellAnswer);
    servers.add(server);
    return server;
  }

  /** The service that the healthy output talks to. */
  final WireServer service() {
    return well;
  }

  final OutputDispatcher at(WireServer server) {
    return output(http, server.url(), Secret::literal);
  }

  @AfterEach
  final void stopServers() {
    servers.forEach(WireServer::close);
  }

  @Override
  protected OutputDispatcher healthy() {
    return at(well);
  }

  @Override
  protected OutputDispatcher broken() {
    return at(server().always(Fault.status(503)));
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.of(at(server().always(Fault.status(400))));
  }

  @Override
  protected List<String> received() {
    return well.received().stream().filter(this::tells).map(Received::body).toList();
  }

  @Override
  protected List<String> secrets() {
    return List.of(SECRET);
  }

  /** One attempt to deliver the standard form of an alert. */
  final Delivery attempt(OutputDispatcher output, Duration patience) {
    return output.dispatch(Requests.of(Requests.alert("A title"), patience));
  }

  private Delivery attempt(Fault fault, Duration patience) {
    return attempt(at(server().always(fault)), patience);
  }

  private Delivery attempt(Fault fault) {
    return attempt(fault, Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503, 507, 401, 403, 407})
  void aStatusThatMayPassIsAReasonToRepeat(int status) {
    assertThat(attempt(Fault.status(status))).isInstanceOf(RetryAfter.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 410, 413, 422, 302, 307})
  void aStatusThatStaysIsARefusal(int status) {
    assertThat(attempt(Fault.answer(status, Map.of("Location", well.url() + "/"), "")))
        .isInstanceOf(Rejected.class);
    assertThat(well.received()).isEmpty();
  }

  @Test
  void theServiceSaysHowLongItWantsToBeLeftAlone() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
    Http standing = Http.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    WireServer busy = server();

    assertThat(List.of("17", " 17 ", date, "soon", "-5")).allSatisfy(header -> {
      busy.always(Fault.answer(429, Map.of("Retry-After", header), ""));
      Delivery delivery = output(standing, busy.url(), Secret::literal)
          .dispatch(Requests.of(Requests.alert("A title"), NOW.plusSeconds(10)));
      assertThat(delivery).isInstanceOf(RetryAfter.class);
      long seconds = ((RetryAfter) delivery).delay().toSeconds();
      assertThat(seconds).isEqualTo(header.contains("17") ? 17 : header.equals(date) ? 90 : 0);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void aGatewayWithoutAnAnswerLeavesItOpen(int status) {
    assertThat(attempt(Fault.status(status))).isInstanceOf(Unknown.class);
  }

  @Test
  void whoeverDoesNotAnswerInTimeIsAskedAgain() {
    assertThat(attempt(Fault.silence(), SHORT)).isInstanceOfAny(Unknown.class, RetryAfter.class);
    assertThat(attempt(Fault.deafness(), SHORT)).isInstanceOfAny(Unknown.class, RetryAfter.class);
  }

  @Test
  void aConnectionThatBreaksLeavesItOpen() {
    assertThat(attempt(Fault.cut())).isInstanceOfAny(Unknown.class, RetryAfter.class);
  }

  @Test
  void theStatusCountsThoughTheBodyDoesNotEnd() {
    assertThat(attempt(Fault.slowBody(400), SHORT)).isInstanceOf(Rejected.class);
    assertThat(attempt(Fault.cutBody(503))).isInstanceOf(RetryAfter.class);
  }

  @Test
  void nobodyListensIsAReasonToRepeat() {
    WireServer gone = server();
    gone.close();

    assertThat(attempt(at(gone), Duration.ofSeconds(10))).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aCredentialThatChangedIsReadOnceMore() {
    AtomicBoolean changed = new AtomicBoolean();
    WireServer strict = server().script(request -> {
      changed.compareAndSet(false, !isNew(request));
      return isNew(request) ? wellAnswer(request) : Fault.status(401);
    });
    Credentials changing = value -> Secret.of(
        "changing",
        name -> Optional.of(changed.get() ? value.replace(SECRET, SECRET + "-new") : value));

    assertThat(attempt(output(http, strict.url(), changing), Duration.ofSeconds(10)))
        .isInstanceOf(Delivered.class);
    assertThat(strict.received().stream().filter(request -> !isNew(request))).hasSize(1);
  }

  private static boolean isNew(Received request) {
    return request.toString().contains(SECRET + "-new");
  }

  @Test
  void aCredentialThatIsMissingOrOutOfReachIsAReasonToRepeat() {
    assertThat(attempt(
            output(http, well.url(), value -> Secret.of("lost", name -> Optional.empty())),
            Duration.ofSeconds(10)))
        .isInstanceOf(RetryAfter.class)
        .asString()
        .contains("\"lost\" is not there");
    assertThat(attempt(
            output(
                http,
                well.url(),
                value -> Secret.of("away", name -> {
                  throw new UncheckedIOException(new IOException(SECRET));
                })),
            Duration.ofSeconds(10)))
        .isInstanceOf(RetryAfter.class)
        .asString()
        .contains("\"away\" cannot be read now")
        .doesNotContain(SECRET);
    assertThat(well.received()).isEmpty();
  }

  @Test
  void aCredentialThatIsOfNoUseIsNotShown() {
    Delivery delivery = attempt(
        output(http, well.url(), value -> Secret.literal(SECRET + "\r\nX: http://[")),
        Duration.ofSeconds(10));

    assertThat(delivery).isNotNull().asString().doesNotContain(SECRET);
  }

  /** A publication as publishers make it, sent by the healthy output; what the service got. */
  final FieldValue sent(Alert alert, Publication publication) {
    DeliveryRequest request = DeliveryRequest.builder(alert, publication)
        .idempotencyKey("a key")
        .deadline(Instant.now().plusSeconds(10))
        .build();
    assertThat(healthy().dispatch(request)).isInstanceOf(Delivered.class);
    List<String> bodies = received();
    return FieldValue.parse(bodies.get(bodies.size() - 1));
  }

  static Publication standard(Alert alert) {
    return Publisher.standard().publish(alert, Publication.empty());
  }

  static OutputId id(String service) {
    return OutputId.of(service, "team");
  }
}
