package io.streamalert.local.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.delivery.AlertStore;
import io.streamalert.local.journal.Committed;
import io.streamalert.local.journal.Journal;
import io.streamalert.local.journal.JournalEnd;
import io.streamalert.local.journal.JournalReader;
import io.streamalert.local.journal.StoredBlock;
import io.streamalert.local.journal.StoredRecord;
import io.streamalert.local.state.SqliteAlertStore;
import io.streamalert.local.state.StateFile;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RecordId;
import io.streamalert.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a folder holds after the runtime on it ended. */
final class StoredState {

  private StoredState() {}

  /** All of the feeds is there exactly once. */
  static void assertComplete(Path folder, List<CountingFeed> feeds) {
    List<Alert> alerts = new ArrayList<>();
    List<RecordId> records = new ArrayList<>();
    int logs = 0;
    for (CountingFeed feed : feeds) {
      var run = CountingFeed.streamAlert().process(feed.logs());
      alerts.addAll(run.alerts());
      run.evaluations().forEach(each -> records.add(each.record().id()));
      logs += feed.count();
    }
    try (StateFile state = StateFile.open(folder)) {
      SqliteAlertStore store = new SqliteAlertStore(state, Clock.systemUTC(), Settings.defaults());
      assertThat(store.counters())
          .containsAllEntriesOf(Map.of("raw_logs", (long) logs, "records", (long) records.size()));
      assertHasAll(store, alerts);
      assertThat(journaled(folder, state.instanceId(), store))
          .containsExactlyInAnyOrderElementsOf(records);
    }
  }

  private static void assertHasAll(AlertStore store, List<Alert> alerts) {
    assertThat(alerts).isNotEmpty();
    for (Alert alert : alerts) {
      assertThat(store.find(alert.id()).orElseThrow().alert().record())
          .extracting(LogRecord::content)
          .isEqualTo(alert.record().content());
    }
  }

  private static List<RecordId> journaled(Path folder, String instance, SqliteAlertStore store) {
    JournalEnd end = store
        .historyEnd()
        .map(place -> new JournalEnd(place.segment(), place.bytes()))
        .orElse(JournalEnd.NONE);
    List<RecordId> ids = new ArrayList<>();
    try (Journal journal = Journal.at(folder.resolve("journal"), instance, new Committed(1, end))
            .open();
        JournalReader reader = journal.read(journal.segments())) {
      for (Optional<StoredBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
        block.get().records().stream().map(StoredRecord::id).forEach(ids::add);
      }
    }
    return ids;
  }
}
