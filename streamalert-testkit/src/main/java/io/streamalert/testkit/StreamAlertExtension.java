package io.streamalert.testkit;

import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.alert.OutputId;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs the stages of StreamAlert in memory for JUnit tests: classification, rules, merging,
 * publishers and delivery, with a clock that the test moves.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StreamAlertExtension streamAlert = StreamAlertExtension.builder()
 *     .schemas(CommunitySchemas.all())
 *     .rules(new RootAccountUsage())
 *     .build();
 *
 * @Test
 * void rootIsAnAlert() {
 *   assertThat(streamAlert.process(ROOT_SIGN_IN)).triggersOnly("root_account_usage");
 * }
 * }</pre>
 *
 * <p>Every test begins with the clock at its start, no alerts and outputs that take everything. A
 * test fails if an alert of it was not asserted, or if a rule broke and that was not {@linkplain
 * RunAssert#breaks expected}. Parameters of the types {@link StreamAlert} and {@link TestClock} are
 * filled in.
 *
 * <p>For tests that run in parallel keep it in a field that is not static: one extension serves one
 * test at a time.
 */
public final class StreamAlertExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private final TestClock clock;
  private final Instant start;
  private final StreamAlert streamAlert;
  private TestDelivery delivery;
  private Unasserted unasserted;

  StreamAlertExtension(StreamAlert streamAlert, TestClock clock) {
    this.clock = clock;
    this.start = clock.instant();
    this.streamAlert = streamAlert;
    this.delivery = newDelivery();
    this.unasserted = new Unasserted(delivery::mergedInto);
  }

  /**
   * Starts an extension.
   *
   * @return a builder
   */
  public static StreamAlertExtensionBuilder builder() {
    return new StreamAlertExtensionBuilder();
  }

  private TestDelivery newDelivery() {
    return new TestDelivery(streamAlert, clock);
  }

  /**
   * Classifies raw logs, runs the rules over their records, and sends the alerts.
   *
   * @param logs the raw logs, as one batch
   * @return what became of them
   */
  public TestRun process(RawLog... logs) {
    return finish(Results.of(streamAlert.process(List.of(logs))));
  }

  /**
   * Processes logs of which a test says only what matters, as one batch.
   *
   * @param logs the logs
   * @return what became of them
   * @throws IllegalArgumentException if there is no schema for one of them
   */
  public TestRun process(SampleLog... logs) {
    return process(
        Arrays.stream(logs).map(log -> log.toRawLog(streamAlert.schemas())).toArray(RawLog[]::new));
  }

  /**
   * Processes texts as one batch.
   *
   * @param texts the raw logs, such as JSON; of the source {@code memory:records}
   * @return what became of them
   */
  public TestRun logs(String... texts) {
    return process(Arrays.stream(texts).map(RawLog::of).toArray(RawLog[]::new));
  }

  /**
   * Runs the rules over records that were not classified, and sends the alerts.
   *
   * @param records the records, as one batch
   * @return what became of them
   */
  public TestRun records(LogRecord... records) {
    List<Evaluation> evaluations = streamAlert.evaluate(List.of(records));
    return finish(new Results(List.of(), evaluations));
  }

  private TestRun finish(Results results) {
    unasserted.add(results);
    List<Attempt> attempts = delivery.send(results.alerts());
    return new TestRun(streamAlert, results, new Sent(attempts, unasserted));
  }

  /**
   * Moves the clock, merges the alerts whose windows have ended, and sends all that is due: merged
   * alerts, and those whose delivery is to be tried again.
   *
   * @param step by how much; zero to look once more
   * @return what was sent
   */
  public Sent advance(Duration step) {
    clock.advance(step);
    return new Sent(delivery.sweep(), unasserted);
  }

  /**
   * An output, to tell it how to answer or to see all that it got. There is one for each id.
   *
   * @param id the id, such as {@code slack:security}
   * @return the output
   */
  public RecordingOutput output(String id) {
    return delivery.output(OutputId.parse(id));
  }

  /**
   * The clock that stamps alerts and that rules see.
   *
   * @return the clock
   */
  public TestClock clock() {
    return clock;
  }

  /**
   * What is tested.
   *
   * @return the composition
   */
  public StreamAlert streamAlert() {
    return streamAlert;
  }

  /**
   * Starts afresh.
   *
   * @param context the test
   */
  @Override
  public void beforeEach(ExtensionContext context) {
    clock.set(start);
    delivery = newDelivery();
    unasserted = new Unasserted(delivery::mergedInto);
  }

  /**
   * Fails if something was not asserted, unless the test has failed already.
   *
   * @param context the test
   */
  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      unasserted.verify();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Stream.of(StreamAlert.class, TestClock.class, Clock.class)
        .anyMatch(type -> type == parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == StreamAlert.class ? streamAlert : clock;
  }
}
