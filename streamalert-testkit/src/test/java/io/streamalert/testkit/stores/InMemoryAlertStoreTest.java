package io.streamalert.testkit.stores;

import io.streamalert.delivery.AlertStore;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.AlertStoreContract;
import java.time.Clock;

/** In another package, as the stores of users are. */
class InMemoryAlertStoreTest extends AlertStoreContract {

  @Override
  protected AlertStore create(Clock clock, Settings settings) {
    return AlertStore.inMemory(clock, settings);
  }
}
