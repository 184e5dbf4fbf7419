package io.streamalert.delivery;

import io.streamalert.alert.AlertId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the open alerts of {@link InMemoryAlertStore} stand: those under a claim by the end of its
 * lease, the others by the time at which they are due, or, if they wait to be merged, by rule. Each
 * is in one place only, and is taken out before it changes. Guarded by the store's lock.
 */
final class OpenAlerts {

  private final NavigableMap<Slot, MemoryEntry> leased = new TreeMap<>();
  private final NavigableMap<Slot, MemoryEntry> due = new TreeMap<>();
  private final Map<String, Waiting> merging = new HashMap<>();

  /** Where an alert stands in an order. */
  private record Slot(Instant time, AlertId id) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
        Comparator.comparing(Slot::time).thenComparing(Slot::id);

    @Override
    public int compareTo(Slot other) {
      return ORDER.compare(this, other);
    }
  }

  /** The alerts of one rule that wait to be merged, by age and by the time they are looked at. */
  private record Waiting(
      NavigableMap<Slot, MemoryEntry> byAge, NavigableMap<Slot, MemoryEntry> byTime) {

    Waiting() {
      this(new TreeMap<>(), new TreeMap<>());
    }
  }

  void add(MemoryEntry entry) {
    Claim claim = entry.claim();
    if (claim != null && entry.isOpen()) {
      leased.put(new Slot(claim.leaseUntil(), entry.id()), entry);
    } else {
      addFree(entry);
    }
  }

  private void addFree(MemoryEntry entry) {
    StoredAlert stored = entry.stored();
    if (!entry.isOpen()) {
      return;
    }
    stored.nextAttempt().ifPresent(time -> due.put(new Slot(time, entry.id()), entry));
    stored.mergeDue().ifPresent(time -> {
      Waiting waiting = merging.computeIfAbsent(stored.alert().ruleName(), rule -> new Waiting());
      waiting.byAge.put(new Slot(stored.alert().created(), entry.id()), entry);
      waiting.byTime.put(new Slot(time, entry.id()), entry);
    });
  }

  void remove(MemoryEntry entry) {
    StoredAlert stored = entry.stored();
    Claim claim = entry.claim();
    if (claim != null) {
      leased.remove(new Slot(claim.leaseUntil(), entry.id()));
    }
    stored.nextAttempt().ifPresent(time -> due.remove(new Slot(time, entry.id())));
    stored
        .mergeDue()
        .ifPresent(time -> merging.computeIfPresent(
            stored.alert().ruleName(), (rule, waiting) -> without(waiting, entry, time)));
  }

  private static @Nullable Waiting without(Waiting waiting, MemoryEntry entry, Instant time) {
    waiting.byAge.remove(new Slot(entry.stored().alert().created(), entry.id()));
    waiting.byTime.remove(new Slot(time, entry.id()));
    return waiting.byAge.isEmpty() ? null : waiting;
  }

  /** Moves alerts whose lease has ended back to those that can be claimed. */
  void endLeases(Instant now) {
    while (!leased.isEmpty() && !leased.firstKey().time().isAfter(now)) {
      addFree(leased.pollFirstEntry().getValue());
    }
  }

  /** Those that can be claimed to be sent, due for longest first. */
  Stream<MemoryEntry> due(Instant now) {
    return due.entrySet().stream()
        .takeWhile(each -> !each.getKey().time().isAfter(now))
        .map(Map.Entry::getValue);
  }

  /** Those of a rule that can be claimed to be merged, oldest first. */
  Stream<MemoryEntry> toMerge(String rule) {
    Waiting waiting = merging.get(rule);
    return waiting == null ? Stream.empty() : waiting.byAge.values().stream();
  }

  Set<String> rulesToMerge(Instant now) {
    Set<String> rules = new TreeSet<>();
    merging.forEach((rule, waiting) -> {
      if (!waiting.byTime.firstKey().time().isAfter(now)) {
        rules.add(rule);
      }
    });
    return rules;
  }
}
