package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoredAlertProperties {

  private static final List<OutputId> OUTPUTS =
      List.of(OutputId.of("slack", "a"), OutputId.of("slack", "b"), OutputId.of("jira", "a"));

  private final LogRecord record =
      LogRecord.builder(LogType.of("osquery:status"), FieldValue.of(Map.of())).build();

  @Property
  void whatWasSentStaysSentInEveryHistory(
      @ForAll("histories") List<Map<OutputId, Delivery>> history) {
    StoredAlert stored = fresh();
    for (Map<OutputId, Delivery> results : history) {
      StoredAlert next = stored.settled(results, Instant.EPOCH);

      assertThat(next.outputsSent().keySet()).containsAll(stored.outputsSent().keySet());
      stored = next;
    }
  }

  @Property
  void everyOutputIsInExactlyOneGroupAndTheStateFollows(
      @ForAll("histories") List<Map<OutputId, Delivery>> history) {
    StoredAlert stored = fresh();
    for (Map<OutputId, Delivery> results : history) {
      stored = stored.settled(results, Instant.EPOCH);
    }
    Set<OutputId> pending = stored.outputsPending();
    Set<OutputId> parked = stored.outputsParked();

    assertThat(pending.size() + parked.size() + stored.outputsSent().size())
        .isEqualTo(OUTPUTS.size());
    assertThat(stored.state() == State.OPEN).isEqualTo(!pending.isEmpty());
    assertThat(stored.state() == State.PARKED).isEqualTo(pending.isEmpty() && !parked.isEmpty());
    assertThat(stored.nextAttempt().isPresent()).isEqualTo(!pending.isEmpty());
  }

  private StoredAlert fresh() {
    return StoredAlert.of(
        Alert.builder("a_rule", record, Instant.EPOCH).outputs(OUTPUTS).build());
  }

  @Provide
  Arbitrary<List<Map<OutputId, Delivery>>> histories() {
    Arbitrary<Delivery> deliveries = Arbitraries.of(
        Delivery.delivered(),
        Delivery.delivered("SEC-1"),
        Delivery.retryAfter(Duration.ofSeconds(5), "busy"),
        Delivery.rejected("no such channel"),
        Delivery.unknown("no answer"));
    return Arbitraries.maps(Arbitraries.of(OUTPUTS), deliveries).list().ofMaxSize(8);
  }
}
