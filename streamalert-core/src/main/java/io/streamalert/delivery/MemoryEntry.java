package io.streamalert.delivery;

import io.streamalert.alert.AlertId;
import io.streamalert.delivery.StoredAlert.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert of {@link InMemoryAlertStore}, the newest claim on it, and where it stands in {@link
 * OpenAlerts}. Guarded by the store's lock.
 */
final class MemoryEntry {

  private StoredAlert stored;
  private Instant changed;
  private @Nullable Claim claim;

  @Nullable
  Instant leased;

  @Nullable
  Instant due;

  @Nullable
  Instant mergeDue;

  MemoryEntry(StoredAlert stored, Instant now) {
    this.stored = stored;
    this.changed = now;
  }

  AlertId id() {
    return stored.alert().id();
  }

  StoredAlert stored() {
    return stored;
  }

  boolean isOpen() {
    return stored.state() == State.OPEN;
  }

  void set(StoredAlert next, Instant now) {
    stored = next;
    changed = now;
  }

  boolean changedBefore(Instant time) {
    return changed.isBefore(time);
  }

  @Nullable
  Claim claim() {
    return claim;
  }

  void claim(@Nullable Claim next) {
    claim = next;
  }

  boolean isFree(Instant now) {
    return claim == null || !claim.leaseUntil().isAfter(now);
  }

  boolean isUnder(Claim asked) {
    return claim != null && claim.token().equals(asked.token());
  }
}
