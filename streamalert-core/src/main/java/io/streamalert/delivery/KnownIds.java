package io.streamalert.delivery;

import io.streamalert.alert.AlertId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of committed alerts, for as long as they stay known. Guarded by the store's lock. */
final class KnownIds {

  private final Duration retention;
  private final Map<AlertId, Instant> knownUntil = new LinkedHashMap<>();

  KnownIds(Duration retention) {
    this.retention = retention;
  }

  /** Remembers an id from now on, anew if it is known. */
  void add(AlertId id, Instant now) {
    knownUntil.remove(id);
    knownUntil.put(id, now.plus(retention));
  }

  boolean contains(AlertId id) {
    return knownUntil.containsKey(id);
  }

  /** Forgets the ids whose time is over; the oldest come first, since each new one goes behind them. */
  void forgetOld(Instant now) {
    Iterator<Instant> times = knownUntil.values().iterator();
    while (times.hasNext() && times.next().isBefore(now)) {
      times.remove();
    }
  }
}
