package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the open alerts of {@link InMemoryAlertStore} stand: those under a claim by the end of its
 * lease, the others by the time at which they are due, or, if they wait to be merged, by rule. Each
 * is in one place only, and is taken out before it changes. Guarded by the store's lock.
 */
final class OpenAlerts {

  private static final Comparator<MemoryEntry> BY_AGE = OpenAlerts::compareAge;

  private final ByTime leased = new ByTime();
  private final ByTime due = new ByTime();
  private final Map<String, Waiting> merging = new HashMap<>();

  /** The alerts of one rule that wait to be merged, by age and by the time they are looked at. */
  private record Waiting(NavigableSet<MemoryEntry> byAge, ByTime byTime) {

    Waiting() {
      this(new TreeSet<>(BY_AGE), new ByTime());
    }
  }

  private static int compareAge(MemoryEntry one, MemoryEntry other) {
    Alert a = one.stored().alert();
    Alert b = other.stored().alert();
    int created = a.created().compareTo(b.created());
    return created != 0 ? created : a.id().compareTo(b.id());
  }

  void add(MemoryEntry entry) {
    Claim claim = entry.claim();
    if (!entry.isOpen()) {
      return;
    }
    if (claim == null) {
      addFree(entry);
    } else {
      entry.leased = claim.leaseUntil();
      leased.add(entry.leased, entry);
    }
  }

  private void addFree(MemoryEntry entry) {
    StoredAlert stored = entry.stored();
    entry.due = stored.nextAttempt().orElse(null);
    if (entry.due != null) {
      due.add(entry.due, entry);
    }
    entry.mergeDue = stored.mergeDue().orElse(null);
    if (entry.mergeDue != null) {
      Waiting waiting = merging.computeIfAbsent(ruleOf(entry), rule -> new Waiting());
      waiting.byAge.add(entry);
      waiting.byTime.add(entry.mergeDue, entry);
    }
  }

  void remove(MemoryEntry entry) {
    if (entry.leased != null) {
      leased.remove(entry.leased, entry);
      entry.leased = null;
    }
    if (entry.due != null) {
      due.remove(entry.due, entry);
      entry.due = null;
    }
    if (entry.mergeDue != null) {
      removeWaiting(entry, entry.mergeDue);
      entry.mergeDue = null;
    }
  }

  private void removeWaiting(MemoryEntry entry, Instant time) {
    Waiting waiting = merging.get(ruleOf(entry));
    if (waiting != null) {
      waiting.byAge.remove(entry);
      waiting.byTime.remove(time, entry);
      if (waiting.byAge.isEmpty()) {
        merging.remove(ruleOf(entry));
      }
    }
  }

  private static String ruleOf(MemoryEntry entry) {
    return entry.stored().alert().ruleName();
  }

  /** Moves alerts whose lease has ended back to those that can be claimed. */
  void endLeases(Instant now) {
    while (leased.hasAny(now)) {
      for (MemoryEntry entry : leased.takeEarliest()) {
        entry.leased = null;
        addFree(entry);
      }
    }
  }

  /** Those that can be claimed to be sent, due for longest first. */
  Stream<MemoryEntry> due(Instant now) {
    return due.upTo(now);
  }

  /** Those of a rule that can be claimed to be merged, oldest first. */
  Stream<MemoryEntry> toMerge(String rule) {
    Waiting waiting = merging.get(rule);
    return waiting == null ? Stream.empty() : waiting.byAge.stream();
  }

  Set<String> rulesToMerge(Instant now) {
    Set<String> rules = new TreeSet<>();
    merging.forEach((rule, waiting) -> {
      if (waiting.byTime.hasAny(now)) {
        rules.add(rule);
      }
    });
    return rules;
  }
}
