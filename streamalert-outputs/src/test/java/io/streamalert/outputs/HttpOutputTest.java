package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The transport, by an output that sends the publication as it is. */
class HttpOutputTest extends HttpOutputContract {

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    Secret url = credentials.of(service + "/" + SECRET);
    return new HttpOutput(id("plain"), http, attempt -> {
      attempt.succeed(HttpCall.postJson(
          attempt.revealUrl(url), attempt.request().publication().toJson()));
      return Delivery.delivered();
    });
  }

  @Test
  void whatWasNotAnsweredIsUnknown() {
    assertThat(attempt(at(server().always(Fault.silence())), Duration.ofMillis(400)))
        .isEqualTo(Delivery.unknown("plain did not answer in time."));
    assertThat(attempt(at(server().always(Fault.cut())), Duration.ofSeconds(10)))
        .isEqualTo(Delivery.unknown("plain did not answer before the connection broke."));
  }

  @Test
  void aQuestionThatWasNotAnsweredIsAskedAgain() {
    WireServer silent = server().always(Fault.cut());
    OutputDispatcher output = new HttpOutput(id("plain"), Http.builder().build(), attempt -> {
      attempt.succeed(HttpCall.get(silent.url()));
      return Delivery.delivered();
    });

    assertThat(attempt(output, Duration.ofSeconds(10))).isInstanceOf(Delivery.RetryAfter.class);
  }

  @Test
  void successCountsThoughTheBodyDoesNotEnd() {
    assertThat(attempt(at(server().always(Fault.slowBody(200))), Duration.ofMillis(400)))
        .isEqualTo(Delivery.delivered());
    assertThat(attempt(at(server().always(Fault.cutBody(201))), Duration.ofSeconds(10)))
        .isEqualTo(Delivery.delivered());
  }

  @Test
  void theAnswerIsReadUpToItsLimit() {
    WireServer wordy =
        server().always(Fault.answer(200, Map.of(), "x".repeat(Http.LIMIT_ANSWER_BYTES + 70_000)));
    OutputDispatcher output = new HttpOutput(
        id("plain"),
        Http.builder().build(),
        attempt -> Delivery.delivered(
            Integer.toString(attempt.succeed(HttpCall.get(wordy.url())).body().length())));

    assertThat(attempt(output, Duration.ofSeconds(10)))
        .isEqualTo(Delivery.delivered(Integer.toString(Http.LIMIT_ANSWER_BYTES)));
  }

  @Test
  void nothingIsSentAfterTheDeadlineOrByAThreadThatIsToStop() {
    assertThat(healthy().dispatch(Requests.of(Requests.alert("A title"), Duration.ofSeconds(-1))))
        .isEqualTo(Delivery.retryAfter(Duration.ZERO, "There was no time left to ask plain."));
    assertThat(service().received()).isEmpty();

    Thread.currentThread().interrupt();
    assertThat(attempt(healthy(), Duration.ofSeconds(10))).isInstanceOf(Delivery.Unknown.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void secretsAreSentByTlsOnlyButOnThisMachine() {
    for (String safe :
        List.of("https://example.com/a", "http://localhost:1/", "http://127.0.0.1/")) {
      assertThat(Http.isSafe(URI.create(safe))).as(safe).isTrue();
    }
    for (String unsafe : List.of(
        "http://example.com/",
        "ftp://localhost/",
        "https:///a",
        "a",
        "https://ann:pw@example.com/")) {
      assertThat(Http.isSafe(URI.create(unsafe))).as(unsafe).isFalse();
    }
  }
}
