package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import io.streamalert.output.Delivery.Rejected;
import io.streamalert.output.Delivery.RetryAfter;
import io.streamalert.output.Delivery.Unknown;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link OutputDispatcher} does. The test of an output extends this class and says how to
 * make one whose service works, is down, or refuses; the tests here are then run with it.
 *
 * <pre>{@code
 * class PagerTest extends OutputContract {
 *   private final FakePager pager = new FakePager();
 *
 *   @Override protected OutputDispatcher healthy() { return new PagerOutput(pager.url()); }
 *   @Override protected OutputDispatcher broken() { return new PagerOutput(pager.urlThatAnswers(503)); }
 *   @Override protected Optional<OutputDispatcher> rejecting() {
 *     return Optional.of(new PagerOutput(pager.urlThatAnswers(400)));
 *   }
 *   @Override protected List<String> received() { return pager.bodies(); }
 * }
 * }</pre>
 *
 * <p>JUnit makes a new instance for each test; each instance starts with a service that has received
 * nothing.
 */
@Timeout(60)
public abstract class OutputContract {

  private static final int THREADS = 8;
  private static final int BURST = 25;

  /** Stands in the record and in all that is made of it; nobody may read it in a reason. */
  private static final String VALUE = "value-of-the-record-4711";

  /** For classes that extend this one. */
  protected OutputContract() {}

  /**
   * An output whose service works.
   *
   * @return a new output with one and the same id and service for all calls
   */
  protected abstract OutputDispatcher healthy();

  /**
   * An output whose service is down, so that the same alert may be taken later.
   *
   * @return a new output
   */
  protected abstract OutputDispatcher broken();

  /**
   * An output whose service does not take what it is sent, and would not take it later.
   *
   * @return a new output; empty only if the service takes everything
   */
  protected abstract Optional<OutputDispatcher> rejecting();

  /**
   * What the service of the healthy outputs has received in this test.
   *
   * @return a text for each time it was told of an alert, in any order
   */
  protected abstract List<String> received();

  /**
   * The secrets that the outputs are made with.
   *
   * @return the values; by default none
   */
  protected List<String> secrets() {
    return List.of();
  }

  /**
   * The clock of the outputs.
   *
   * @return the clock; by default the system's
   */
  protected Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * How long an attempt may take.
   *
   * @return the time until the deadline; by default 5 seconds
   */
  protected Duration patience() {
    return Duration.ofSeconds(5);
  }

  /**
   * How many alerts each of several threads delivers at once.
   *
   * @return the number; by default 25, and less where each takes long
   */
  protected int burst() {
    return BURST;
  }

  @Test
  void theIdStaysTheSame() {
    OutputDispatcher output = healthy();
    OutputId id = output.id();
    output.dispatch(request(alert(1)));

    assertThat(output.id()).isEqualTo(id).isEqualTo(healthy().id());
  }

  @Test
  void aServiceThatWorksGetsTheAlert() {
    assertThat(healthy().dispatch(request(alert(1)))).isInstanceOf(Delivered.class);
    assertThat(received()).hasSize(1);
  }

  @Test
  void everyAlertIsTold() {
    OutputDispatcher output = healthy();
    for (int number = 0; number < 3; number++) {
      assertThat(output.dispatch(request(alert(number)))).isInstanceOf(Delivered.class);
    }

    assertThat(received()).hasSize(3);
  }

  @Test
  void theSameAlertAgainDoesNoHarm() {
    OutputDispatcher output = healthy();
    Alert alert = alert(1);

    assertThat(output.dispatch(request(alert))).isInstanceOf(Delivered.class);
    assertThat(output.dispatch(requesting(alert, standard(alert)).attempt(2).build()))
        .isInstanceOf(Delivered.class);
    assertThat(received()).hasSizeBetween(1, 2);
  }

  @Test
  void aServiceThatIsDownIsAReasonToRepeat() {
    OutputDispatcher output = broken();

    for (int number = 0; number < 3; number++) {
      assertThat(output.dispatch(request(alert(number))))
          .isInstanceOfAny(RetryAfter.class, Unknown.class);
    }
    assertThat(received()).isEmpty();
  }

  @Test
  void aServiceThatRefusesIsNoReasonToRepeat() {
    Optional<OutputDispatcher> output = rejecting();
    assumeThat(output).isPresent();

    assertThat(output.orElseThrow().dispatch(request(alert(1)))).isInstanceOf(Rejected.class);
  }

  @Test
  void anAttemptEndsBeforeItsDeadline() {
    outputs().forEach(output -> {
      DeliveryRequest request = request(alert(1));
      output.dispatch(request);

      assertThat(clock().instant()).isBefore(request.deadline());
    });
  }

  @Test
  void aDeadlineThatHasPassedIsNoError() {
    outputs().forEach(output -> {
      Alert alert = alert(1);
      Instant past = clock().instant().minusSeconds(1);

      assertThat(
              output.dispatch(requesting(alert, standard(alert)).deadline(past).build()))
          .isNotNull();
      assertThat(output.dispatch(request(alert))).isNotNull();
    });
  }

  @Test
  void aDeadlineThatIsFarAwayIsNoError() {
    Alert alert = alert(1);

    assertThat(healthy()
            .dispatch(requesting(alert, standard(alert)).deadline(Instant.MAX).build()))
        .isInstanceOf(Delivered.class);
  }

  @Test
  void whatSteersOtherOutputsIsPassedOver() {
    OutputDispatcher output = healthy();
    Alert alert = alert(1);
    List<Publication> publications =
        List.of(Publication.empty(), Publication.of(Map.of("@other.text", "hello")));

    assertThat(publications)
        .allSatisfy(publication -> assertThat(
                output.dispatch(requesting(alert, publication).build()))
            .isInstanceOf(Delivered.class));
  }

  @Test
  void partsOfAnyKindAreNoError() {
    Alert alert = alert(1);
    Publication odd = Publication.empty()
        .with("nothing", FieldValue.of(null))
        .with("nested", FieldValue.of(List.of(Map.of("a", List.of(1.5, "b")))))
        .with("controls", FieldValue.of("\u001b[31m\u0000\r\n\u2028\ud800 end"))
        .with("long", FieldValue.of("x".repeat(100_000)));

    outputs()
        .forEach(output ->
            assertThat(output.dispatch(requesting(alert, odd).build())).isNotNull());
  }

  @Test
  void noValueOfTheRecordAndNoSecretIsToldInReasons() {
    outputs().forEach(output -> {
      Delivery delivery = output.dispatch(request(alert(1)));
      String told = output + " " + delivery + " " + reason(delivery);

      assertThat(told).doesNotContain(VALUE);
      secrets().forEach(secret -> assertThat(told).doesNotContain(secret));
    });
  }

  @Test
  void severalThreadsDeliverAtOnce() throws InterruptedException, ExecutionException {
    OutputDispatcher output = healthy();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<List<Delivery>>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread * burst();
      work.add(() -> {
        start.await();
        return deliver(output, first);
      });
    }

    assertThat(all(work))
        .hasSize(THREADS * burst())
        .allSatisfy(delivery -> assertThat(delivery).isInstanceOf(Delivered.class));
    assertThat(received()).hasSize(THREADS * burst());
  }

  private List<Delivery> deliver(OutputDispatcher output, int first) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int number = first; number < first + burst(); number++) {
      deliveries.add(output.dispatch(request(alert(number))));
    }
    return deliveries;
  }

  private static List<Delivery> all(List<Callable<List<Delivery>>> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Delivery> deliveries = new ArrayList<>();
      for (Future<List<Delivery>> done : threads.invokeAll(work)) {
        deliveries.addAll(done.get());
      }
      return deliveries;
    } finally {
      threads.shutdownNow();
    }
  }

  private Stream<OutputDispatcher> outputs() {
    return Stream.concat(Stream.of(healthy(), broken()), rejecting().stream());
  }

  private static Alert alert(int number) {
    LogRecord record =
        LogRecord.of("acme:login", "{\"user\":\"" + VALUE + "\",\"number\":" + number + "}");
    return Alert.builder("contract_" + number, record, Instant.EPOCH.plusSeconds(number))
        .title("Login of " + VALUE)
        .context(Map.of("user", FieldValue.of(VALUE)))
        .build();
  }

  private static Publication standard(Alert alert) {
    return Publisher.standard().publish(alert, Publication.empty());
  }

  private DeliveryRequest request(Alert alert) {
    return requesting(alert, standard(alert)).build();
  }

  private DeliveryRequest.Builder requesting(Alert alert, Publication publication) {
    return DeliveryRequest.builder(alert, publication)
        .idempotencyKey("key-of-" + alert.id())
        .deadline(clock().instant().plus(patience()));
  }

  private static String reason(Delivery delivery) {
    return delivery.fold(delivered -> "", RetryAfter::reason, Rejected::reason, Unknown::reason);
  }
}
