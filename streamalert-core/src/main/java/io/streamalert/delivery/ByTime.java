package io.streamalert.delivery;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Alerts by a time, of which many may have the same. Guarded by the store's lock. */
final class ByTime {

  private final NavigableMap<Instant, Set<MemoryEntry>> entries = new TreeMap<>();

  void add(Instant time, MemoryEntry entry) {
    entries.computeIfAbsent(time, each -> new LinkedHashSet<>(2)).add(entry);
  }

  void remove(Instant time, MemoryEntry entry) {
    Set<MemoryEntry> together = entries.get(time);
    if (together != null && together.remove(entry) && together.isEmpty()) {
      entries.remove(time);
    }
  }

  boolean hasAny(Instant upTo) {
    return !entries.isEmpty() && !entries.firstKey().isAfter(upTo);
  }

  /** Those of the earliest time, which are taken out. */
  Set<MemoryEntry> takeEarliest() {
    return entries.pollFirstEntry().getValue();
  }

  /** Those up to a time, the earliest first. */
  Stream<MemoryEntry> upTo(Instant time) {
    return entries.headMap(time, true).values().stream().flatMap(Set::stream);
  }
}
