package io.streamalert.testkit;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.AlertMerger;
import io.streamalert.delivery.AlertProcessor;
import io.streamalert.delivery.AlertStore;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.StoredAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages behind the rules, for one test: a store in memory, and an output for each id. */
final class TestDelivery {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final double NO_CHANCE = 0.5;

  private final StreamAlert streamAlert;
  private final TestClock clock;
  private final AlertStore store;
  private final AlertMerger merger;
  private final Map<OutputId, RecordingOutput> outputs = new LinkedHashMap<>();

  /** Uses the recording outputs of the composition again; those that only a record names are new. */
  TestDelivery(StreamAlert streamAlert, TestClock clock) {
    this.streamAlert = streamAlert;
    this.clock = clock;
    this.store = AlertStore.inMemory(clock, streamAlert.settings());
    this.merger = AlertMerger.over(store, LEASE);
    streamAlert
        .outputs()
        .forEach((id, output) -> outputs.put(id, cleared((RecordingOutput) output)));
  }

  private static RecordingOutput cleared(RecordingOutput output) {
    output.clear();
    return output;
  }

  RecordingOutput output(OutputId id) {
    return outputs.computeIfAbsent(id, RecordingOutput::of);
  }

  Optional<AlertId> mergedInto(AlertId part) {
    return store.find(part).flatMap(StoredAlert::mergedInto);
  }

  List<Attempt> send(Collection<Alert> alerts) {
    store.commit(Commit.builder().alerts(alerts).build());
    return sendDue();
  }

  /** Merges what is to be merged, then sends all that is due. */
  List<Attempt> sweep() {
    merger.sweep(clock.instant()).errors().forEach((rule, error) -> {
      throw new IllegalStateException("The alerts of " + rule + " could not be merged: " + error);
    });
    return sendDue();
  }

  private List<Attempt> sendDue() {
    Map<OutputId, Integer> before = new LinkedHashMap<>();
    outputs.forEach((id, output) -> before.put(id, output.attempts().size()));
    for (List<Claim> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(this::attempt);
    }
    List<Attempt> made = new ArrayList<>();
    outputs.forEach((id, output) -> {
      List<Attempt> all = output.attempts();
      made.addAll(all.subList(Math.min(before.getOrDefault(id, 0), all.size()), all.size()));
    });
    return made;
  }

  private List<Claim> due() {
    return store.claimDue(clock.instant(), LEASE, Integer.MAX_VALUE);
  }

  private void attempt(Claim claim) {
    claim.alert().alert().outputs().forEach(this::output);
    AlertProcessor.builder(store, clock)
        .outputs(outputs.values())
        .requiredOutputs(streamAlert.settings())
        .publishers(streamAlert.publishers()::chain)
        .random(() -> NO_CHANCE)
        .build()
        .process(claim);
  }
}
