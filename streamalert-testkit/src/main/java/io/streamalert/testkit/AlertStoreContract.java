package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergePolicy;
import io.streamalert.delivery.AlertStore;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.Receipt;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AlertStore} does, alone and when several threads use it at once. The test of a
 * store extends this class:
 *
 * <pre>{@code
 * class MyStoreTest extends AlertStoreContract {
 *   @Override
 *   protected AlertStore create(Clock clock, Settings settings) {
 *     return new MyStore(clock, settings);
 *   }
 * }
 * }</pre>
 *
 * <p>What the caller of a store cannot see, such as that a commit survives a crash, is for the
 * store's own tests.
 */
public abstract class AlertStoreContract extends MergeContract {

  private static final int THREADS = 4;
  private static final int ALERTS = 200;

  /** After that a store hangs; it is not how long one may take. */
  private static final int MOST_SECONDS = 120;

  /** For subclasses. */
  protected AlertStoreContract() {}

  /**
   * Makes an empty store. It is called once before each test.
   *
   * @param clock the store's own clock
   * @param settings how long ids stay known
   * @return a store without anything in it
   */
  @Override
  protected abstract AlertStore create(Clock clock, Settings settings);

  @Test
  final void noAlertIsClaimedTwice() throws Exception {
    AlertStore store = store();
    List<Alert> alerts = alerts(MergePolicy.none());
    store.commit(Commit.builder().alerts(alerts).build());

    List<AlertId> claimed = together(() -> claimAll(store));

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(idsOfAll(alerts));
  }

  @Test
  final void everyAlertIsDeliveredByOneThread() throws Exception {
    AlertStore store = store();
    List<Alert> alerts = alerts(MergePolicy.none());
    store.commit(Commit.builder().alerts(alerts).build());

    together(() -> {
      List<Claim> claims;
      do {
        claims = store.claimDue(NOON, LEASE, 3);
        claims.forEach(claim -> store.settle(claim, Map.of(SLACK, Delivery.delivered())));
      } while (!claims.isEmpty());
      return List.of();
    });

    assertThat(alerts).allSatisfy(alert -> {
      assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
      assertThat(progress(alert, SLACK).attempts()).isOne();
    });
  }

  @Test
  final void oneOfSeveralCommitsOfAnAlertWins() throws Exception {
    AlertStore store = store();
    List<Alert> alerts = alerts(MergePolicy.none());

    List<AlertId> accepted = together(() -> {
      List<AlertId> mine = new ArrayList<>();
      for (Alert alert : alerts) {
        Receipt receipt = store.commit(
            Commit.builder().alerts(List.of(alert)).counter("raw_logs", 1).build());
        mine.addAll(receipt.accepted());
      }
      return mine;
    });

    assertThat(accepted).containsExactlyInAnyOrderElementsOf(idsOfAll(alerts));
    assertThat(store.counters()).containsOnly(Map.entry("raw_logs", (long) THREADS * ALERTS));
  }

  @Test
  final void numbersOfCommitsAreNotSharedOut() throws Exception {
    AlertStore store = store();

    List<Long> numbers = together(() -> IntStream.range(0, 50)
        .mapToObj(each -> store.commit(Commit.builder().build()).commitNumber())
        .toList());

    assertThat(numbers).doesNotHaveDuplicates().hasSize(THREADS * 50);
  }

  @Test
  final void noPartIsMergedTwice() throws Exception {
    AlertStore store = store();
    List<Alert> alerts = alerts(POLICY);
    store.commit(Commit.builder().alerts(alerts).build());
    store.claimDue(NOON, LEASE, ALERTS).forEach(claim -> store.hold(claim, NOON));

    List<AlertId> parts = together(() -> mergeInPairs(store));

    assertThat(parts).containsExactlyInAnyOrderElementsOf(idsOfAll(alerts));
    assertThat(alerts).allSatisfy(alert -> assertThat(find(alert).state()).isEqualTo(State.MERGED));
  }

  private static List<AlertId> claimAll(AlertStore store) {
    List<AlertId> mine = new ArrayList<>();
    List<Claim> claims;
    do {
      claims = store.claimDue(NOON, LEASE, 3);
      claims.forEach(claim -> mine.add(claim.alert().alert().id()));
    } while (!claims.isEmpty());
    return mine;
  }

  private static List<AlertId> mergeInPairs(AlertStore store) {
    List<AlertId> mine = new ArrayList<>();
    List<Claim> claims = store.claimToMerge("rule", NOON, LEASE, 2);
    while (!claims.isEmpty()) {
      Alert oldest = claims.get(0).alert().alert();
      Alert whole = Alert.builder("rule", oldest.record(), NOON)
          .id(AlertId.merged("rule", oldest.id()))
          .build();
      if (store.merge(whole, claims)) {
        claims.forEach(claim -> mine.add(claim.alert().alert().id()));
      }
      claims = store.claimToMerge("rule", NOON, LEASE, 2);
    }
    return mine;
  }

  /** Runs the work on all threads, started together, and joins what they return. */
  private static <T> List<T> together(Callable<List<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<List<T>>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        results.add(threads.submit(() -> {
          start.await();
          return work.call();
        }));
      }
      List<T> all = new ArrayList<>();
      for (Future<List<T>> result : results) {
        all.addAll(result.get(MOST_SECONDS, TimeUnit.SECONDS));
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Alert> alerts(MergePolicy policy) {
    return IntStream.range(0, ALERTS)
        .mapToObj(each -> Alert.builder("rule", LogRecord.of("type", "{}"), NOON)
            .outputs(List.of(SLACK))
            .mergePolicy(policy)
            .build())
        .toList();
  }

  private static List<AlertId> idsOfAll(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).toList();
  }
}
