package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertBuilder;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.AlertStore;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.OutputProgress;
import io.streamalert.delivery.Receipt;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** A store to test, with a clock that is stepped by hand, and what the tests share. */
abstract class StoreFixture {

  static final Instant NOON = Instant.parse(TestClock.START);
  static final Duration LEASE = Duration.ofMinutes(5);
  static final Duration RETENTION = Duration.ofDays(2);
  static final OutputId SLACK = OutputId.of("slack", "sec");
  static final OutputId JIRA = OutputId.of("jira", "sec");
  static final MergePolicy POLICY = MergePolicy.within(Duration.ofMinutes(10)).by("user");

  final TestClock clock = TestClock.create();
  private AlertStore store = AlertStore.inMemory(clock, Settings.defaults());

  /**
   * Makes an empty store.
   *
   * @param clock the store's own clock
   * @param settings how long ids stay known
   * @return a store without anything in it
   */
  protected abstract AlertStore create(Clock clock, Settings settings);

  @BeforeEach
  final void createStore() {
    store = create(clock, Settings.builder().identityRetention(RETENTION).build());
  }

  final AlertStore store() {
    return store;
  }

  final Receipt commit(Alert... alerts) {
    return store.commit(Commit.builder().alerts(List.of(alerts)).build());
  }

  final StoredAlert find(Alert alert) {
    return store.find(alert.id()).orElseThrow();
  }

  final List<Claim> claimDue(int max) {
    return store.claimDue(clock.instant(), LEASE, max);
  }

  final List<Claim> claimToMerge() {
    return store.claimToMerge("rule", clock.instant(), LEASE, 10);
  }

  final Claim onlyClaim() {
    List<Claim> claims = claimDue(10);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  final void holdAll() {
    claimDue(10).forEach(claim -> store.hold(claim, clock.instant()));
  }

  static List<AlertId> idsOf(List<Claim> claims) {
    return claims.stream().map(claim -> claim.alert().alert().id()).toList();
  }

  static AlertBuilder alert(int number) {
    return alert(number, NOON);
  }

  static AlertBuilder alert(int number, Instant created) {
    return Alert.builder("rule", record(number), created).outputs(List.of(SLACK, JIRA));
  }

  static AlertBuilder whole(Alert oldest) {
    return Alert.builder("rule", oldest.record(), NOON)
        .id(AlertId.merged("rule", oldest.id()))
        .outputs(List.of(SLACK, JIRA));
  }

  static LogRecord record(int number) {
    return LogRecord.builder(LogType.of("type"), FieldValue.parse("{\"user\":\"u\",\"n\":1.50}"))
        .at(Position.of("test", Integer.toString(number)), 0)
        .build();
  }

  final OutputProgress progress(Alert alert, OutputId output) {
    return Objects.requireNonNull(find(alert).progress().get(output));
  }
}
