package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.delivery.Commit;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about reliability. */
class StateExamplesTest {

  private final Clock clock = TestClock.create();

  @Test
  void severalBatchesInOneStep(@TempDir Path folder) {
    BatchCommit fromFiles =
        BatchCommit.of(Commit.builder().checkpoint("files", "1").build());
    BatchCommit request = BatchCommit.of(Made.alerts(0, 1)).keyed("http", "key");
    // docs: state-file
    try (StateFile file = StateFile.open(folder)) {
      SqliteAlertStore store = new SqliteAlertStore(file, clock, Settings.defaults());
      List<BatchReceipt> receipts = store.commit(List.of(fromFiles, request));
      // end
      assertThat(receipts).hasSize(2);
      assertThat(store.checkpoint("files")).contains("1");
    }
  }
}
