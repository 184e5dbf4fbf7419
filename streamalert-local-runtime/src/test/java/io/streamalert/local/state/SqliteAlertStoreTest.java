package io.streamalert.local.state;

import io.streamalert.delivery.AlertStore;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.AlertStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAlertStoreTest extends AlertStoreContract {

  @TempDir
  private Path folder;

  private @Nullable StateFile file;

  @Override
  protected AlertStore create(Clock clock, Settings settings) {
    file = StateFile.open(folder);
    return new SqliteAlertStore(file, clock, settings);
  }

  @AfterEach
  void close() {
    Objects.requireNonNull(file).close();
  }
}
