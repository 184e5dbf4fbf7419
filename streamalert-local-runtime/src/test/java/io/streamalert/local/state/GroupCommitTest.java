package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.delivery.Commit;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

  private static final Duration RETENTION = Duration.ofDays(2);

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path folder;

  private StateFile file;
  private SqliteAlertStore store;

  @BeforeEach
  void open() {
    file = StateFile.open(folder);
    store = new SqliteAlertStore(
        file, clock, Settings.builder().identityRetention(RETENTION).build());
  }

  @AfterEach
  void close() {
    file.close();
  }

  private static BatchCommit request(String key, int number) {
    return BatchCommit.of(Commit.builder()
            .alerts(List.of(Made.alert(number)))
            .deadLetters(List.of(Made.letter("bad")))
            .counter("raw_logs", 1)
            .build())
        .keyed("http", key);
  }

  private BatchReceipt only(BatchCommit batch) {
    return store.commit(List.of(batch)).get(0);
  }

  @Test
  void eachBatchHasItsOwnReceipt() {
    List<BatchReceipt> receipts = store.commit(List.of(
        BatchCommit.of(Made.alerts(0, 2)),
        BatchCommit.of(Made.alerts(1, 3)),
        BatchCommit.of(Commit.builder().checkpoint("files", "9").build())));

    assertThat(receipts).extracting(BatchReceipt::repeated).containsOnly(false);
    assertThat(receipts)
        .extracting(each -> each.receipt().commitNumber())
        .containsExactly(1L, 2L, 3L);
    assertThat(receipts.get(1).receipt().accepted())
        .containsExactly(Made.alert(2).id());
    assertThat(receipts.get(1).receipt().known()).containsExactly(Made.alert(1).id());
    assertThat(store.checkpoint("files")).contains("9");
    assertThat(store.commit(List.of())).isEmpty();
  }

  @Test
  void batchOfAKnownKeyIsLeftOutWhole() {
    BatchReceipt first = only(request("a", 1));
    BatchReceipt again = only(request("a", 2));

    assertThat(first.toFeedReceipt()).isEqualTo(new FeedReceipt(1, false));
    assertThat(again.toFeedReceipt()).isEqualTo(new FeedReceipt(1, true));
    assertThat(again.receipt().accepted()).isEmpty();
    assertThat(store.find(Made.alert(2).id())).isEmpty();
    assertThat(store.counters()).containsExactly(Map.entry("raw_logs", 1L));
    assertThat(new DeadLetters(file).count()).isOne();
    assertThat(only(request("b", 2)).toFeedReceipt()).isEqualTo(new FeedReceipt(2, false));
  }

  @Test
  void keysCountWithinOneCallAndByFeed() {
    List<BatchReceipt> receipts = store.commit(
        List.of(request("a", 1), request("a", 2), request("a", 3).keyed("other", "a")));

    assertThat(receipts).extracting(BatchReceipt::repeated).containsExactly(false, true, false);
    assertThat(store.commitOf("http", "a")).hasValue(1);
    assertThat(store.commitOf("other", "a")).hasValue(2);
    assertThat(store.commitOf("http", "b")).isEmpty();
  }

  @Test
  void keysAreForgottenInTheEnd() {
    only(request("a", 1));
    clock.advance(RETENTION);
    assertThat(only(request("a", 1)).repeated()).isTrue();
    clock.advance(Duration.ofNanos(1));
    assertThat(store.commitOf("http", "a")).isEmpty();
    assertThat(only(request("a", 2)).repeated()).isFalse();
  }

  @Test
  void oneThatFailsTakesAllBack() {
    store.commit(Commit.builder().counter("raw_logs", Long.MAX_VALUE).build());

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () -> store.commit(List.of(BatchCommit.of(Made.alerts(5, 6)), request("a", 1))));
    assertThat(store.find(Made.alert(5).id())).isEmpty();
    assertThat(store.commitOf("http", "a")).isEmpty();
    assertThat(new DeadLetters(file).count()).isZero();
    assertThat(store.commit(Made.alerts(5, 6)).commitNumber()).isEqualTo(2);
  }

  @Test
  void endOfTheHistoryIsThatOfTheNewestCommit() {
    assertThat(store.historyEnd()).isEmpty();
    store.commit(List.of(
        BatchCommit.of(Commit.builder().historyEnd(700).build()).inSegment(3),
        BatchCommit.of(Commit.builder().historyEnd(20).build()).inSegment(4),
        BatchCommit.of(Made.alerts(0, 1))));

    assertThat(store.historyEnd()).contains(new HistoryEnd(4, 20));
    store.commit(Commit.builder().historyEnd(50).build());
    assertThat(store.historyEnd()).contains(new HistoryEnd(4, 50));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchCommit.of(Made.alerts(0, 1)).inSegment(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchCommit.of(Commit.builder().historyEnd(1).build()).inSegment(-1));
  }

  @Test
  void attemptsAreCountedUntilTheCheckpointMoves() {
    Attempts attempts = new Attempts(file);

    assertThat(attempts.takeUp("files", Optional.empty())).isEqualTo(1);
    assertThat(attempts.takeUp("files", Optional.empty())).isEqualTo(2);
    assertThat(attempts.takeUp("files", Optional.of("1"))).isEqualTo(1);
    assertThat(attempts.takeUp("files", Optional.of("1"))).isEqualTo(2);
    assertThat(attempts.takeUp("http", Optional.of("1"))).isEqualTo(1);
    store.commit(Commit.builder().checkpoint("files", "1").build());
    assertThat(attempts.takeUp("files", Optional.of("1"))).as("after a commit").isEqualTo(1);
    attempts.clear("http");
    assertThat(attempts.takeUp("http", Optional.of("1"))).as("after an end").isEqualTo(1);
  }
}
