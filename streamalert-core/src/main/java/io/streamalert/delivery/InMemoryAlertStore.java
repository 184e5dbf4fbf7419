package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Keeps alerts in memory, behind one lock. */
final class InMemoryAlertStore implements AlertStore {

  private final Clock clock;
  private final KnownIds known;
  private final Map<AlertId, MemoryEntry> entries = new HashMap<>();
  private final OpenAlerts open = new OpenAlerts();
  private final References references = new References();
  private final Map<String, String> checkpoints = new HashMap<>();
  private Map<String, Long> counters = Map.of();
  private long commits;
  private long claims;

  InMemoryAlertStore(Clock clock, Duration identityRetention) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.known = new KnownIds(identityRetention);
  }

  @Override
  public synchronized Receipt commit(Commit batch) {
    Instant now = clock.instant();
    Map<String, Long> grown = new TreeMap<>(counters);
    batch.counters().forEach((name, by) -> grown.merge(name, by, Math::addExact));
    List<AlertId> accepted = new ArrayList<>();
    List<AlertId> leftOut = new ArrayList<>();
    known.forgetOld(now);
    for (Alert alert : batch.alerts()) {
      (insert(alert, now) ? accepted : leftOut).add(alert.id());
    }
    counters = Collections.unmodifiableMap(grown);
    checkpoints.putAll(batch.checkpoints());
    commits++;
    return Receipt.of(commits, accepted, leftOut);
  }

  private boolean insert(Alert alert, Instant now) {
    if (isKnown(alert.id())) {
      return false;
    }
    MemoryEntry entry = new MemoryEntry(StoredAlert.of(alert), now);
    entries.put(alert.id(), entry);
    open.add(entry);
    known.add(alert.id(), now);
    return true;
  }

  private boolean isKnown(AlertId id) {
    return known.contains(id) || entries.containsKey(id);
  }

  @Override
  public synchronized List<Claim> claimDue(Instant now, Duration lease, int max) {
    checkClaim(lease, max);
    open.endLeases(now);
    return claim(open.due(now), now, lease, max);
  }

  @Override
  public synchronized Set<String> rulesToMerge(Instant now) {
    open.endLeases(now);
    return Collections.unmodifiableSet(open.rulesToMerge(now));
  }

  @Override
  public synchronized List<Claim> claimToMerge(String rule, Instant now, Duration lease, int max) {
    checkClaim(lease, max);
    open.endLeases(now);
    return claim(open.toMerge(Objects.requireNonNull(rule, "rule")), now, lease, max);
  }

  private static void checkClaim(Duration lease, int max) {
    if (lease.isNegative() || lease.isZero() || max < 1) {
      throw new IllegalArgumentException("A lease must be positive and the number of claims at"
          + " least 1, but they are " + lease + " and " + max);
    }
  }

  private List<Claim> claim(Stream<MemoryEntry> candidates, Instant now, Duration lease, int max) {
    List<MemoryEntry> chosen =
        candidates.filter(entry -> entry.isFree(now)).limit(max).toList();
    Instant leaseUntil = now.plus(lease);
    List<Claim> made = new ArrayList<>(chosen.size());
    for (MemoryEntry entry : chosen) {
      claims++;
      Claim claim = Claim.of(entry.stored(), Long.toString(claims), leaseUntil);
      open.remove(entry);
      entry.claim(claim);
      open.add(entry);
      made.add(claim);
    }
    return List.copyOf(made);
  }

  @Override
  public synchronized void settle(Claim claim, Map<OutputId, Delivery> results) {
    checkOutputs(claim, results.keySet());
    MemoryEntry entry = entries.get(idOf(claim));
    if (entry == null) {
      return;
    }
    Instant now = clock.instant();
    boolean held = entry.isUnder(claim) && entry.isOpen();
    Map<OutputId, Delivery> counted = held ? results : delivered(results);
    change(entry, entry.isUnder(claim), stored -> stored.settled(counted, now));
    references.file(entry.id(), results);
  }

  private static void checkOutputs(Claim claim, Set<OutputId> outputs) {
    Set<OutputId> foreign = new HashSet<>(outputs);
    foreign.removeAll(claim.alert().alert().outputs());
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          "Alert " + idOf(claim) + " has no output " + foreign.iterator().next());
    }
  }

  private static Map<OutputId, Delivery> delivered(Map<OutputId, Delivery> results) {
    Map<OutputId, Delivery> delivered = new LinkedHashMap<>(results);
    delivered.values().removeIf(each -> !(each instanceof Delivered));
    return delivered;
  }

  @Override
  public synchronized void release(Claim claim, Instant notBefore) {
    MemoryEntry entry = entries.get(idOf(claim));
    if (entry != null && entry.isUnder(claim)) {
      change(entry, true, stored -> stored.notBefore(notBefore));
    }
  }

  @Override
  public synchronized void hold(Claim claim, Instant until) {
    if (!claim.alert().alert().mergePolicy().isEnabled()) {
      throw new IllegalArgumentException(
          "Alert " + idOf(claim) + " has no merging enabled, it cannot be held");
    }
    MemoryEntry entry = entries.get(idOf(claim));
    if (entry != null && entry.isUnder(claim)) {
      change(entry, true, stored -> entry.isOpen() ? stored.held(until) : stored);
    }
  }

  private void change(MemoryEntry entry, boolean endClaim, UnaryOperator<StoredAlert> change) {
    StoredAlert next = change.apply(entry.stored());
    open.remove(entry);
    if (next != entry.stored()) {
      entry.set(next, clock.instant());
    }
    if (endClaim) {
      entry.claim(null);
    }
    open.add(entry);
  }

  @Override
  public synchronized boolean merge(Alert merged, List<Claim> parts) {
    checkParts(merged.id(), parts);
    if (parts.stream().allMatch(part -> isMergedInto(part, merged.id()))) {
      return true;
    }
    if (!parts.stream().allMatch(this::isHeldAndOpen)) {
      return false;
    }
    Instant now = clock.instant();
    if (!insert(merged, now)) {
      throw new IllegalArgumentException("Alert " + merged.id() + " is known, but not as the one"
          + " that these alerts are merged into");
    }
    for (Claim part : parts) {
      MemoryEntry entry = Objects.requireNonNull(entries.get(idOf(part)));
      change(entry, true, stored -> stored.merged(merged.id()));
      known.add(entry.id(), now);
    }
    return true;
  }

  private static void checkParts(AlertId merged, List<Claim> parts) {
    Set<AlertId> ids = new HashSet<>();
    parts.forEach(part -> ids.add(idOf(part)));
    if (parts.isEmpty() || ids.size() < parts.size() || ids.contains(merged)) {
      throw new IllegalArgumentException("Alert " + merged + " needs parts, each another alert and"
          + " none itself, but has " + parts.size() + " claims on " + ids.size() + " alerts");
    }
  }

  private boolean isMergedInto(Claim part, AlertId merged) {
    MemoryEntry entry = entries.get(idOf(part));
    return entry != null && entry.stored().mergedInto().filter(merged::equals).isPresent();
  }

  private boolean isHeldAndOpen(Claim part) {
    MemoryEntry entry = entries.get(idOf(part));
    return entry != null && entry.isUnder(part) && entry.isOpen();
  }

  @Override
  public synchronized int requeue(AlertId id, Set<OutputId> outputs) {
    MemoryEntry entry = entries.get(id);
    if (entry == null) {
      return 0;
    }
    int before = entry.stored().outputsPending().size();
    change(entry, false, stored -> stored.requeued(outputs, clock.instant()));
    return entry.stored().outputsPending().size() - before;
  }

  @Override
  public synchronized Optional<String> reference(OutputId output, String group) {
    return references.find(output, group);
  }

  @Override
  public synchronized Optional<String> checkpoint(String feed) {
    return Optional.ofNullable(checkpoints.get(feed));
  }

  @Override
  public synchronized Map<String, Long> counters() {
    return counters;
  }

  @Override
  public synchronized Optional<StoredAlert> find(AlertId id) {
    return Optional.ofNullable(entries.get(id)).map(MemoryEntry::stored);
  }

  @Override
  public synchronized int purgeFinished(Instant olderThan) {
    Set<AlertId> gone = new HashSet<>();
    entries.values().stream()
        .filter(entry -> isFinished(entry) && entry.changedBefore(olderThan))
        .forEach(entry -> gone.add(entry.id()));
    entries.keySet().removeAll(gone);
    Set<AlertId> parts = new HashSet<>();
    entries.values().stream()
        .filter(entry -> isPartOfNone(entry) && entry.changedBefore(olderThan))
        .forEach(entry -> parts.add(entry.id()));
    entries.keySet().removeAll(parts);
    gone.addAll(parts);
    references.forget(gone);
    return gone.size();
  }

  private static boolean isFinished(MemoryEntry entry) {
    State state = entry.stored().state();
    return state == State.DELIVERED || state == State.MUTED;
  }

  private boolean isPartOfNone(MemoryEntry entry) {
    return entry
        .stored()
        .mergedInto()
        .filter(whole -> !entries.containsKey(whole))
        .isPresent();
  }

  private static AlertId idOf(Claim claim) {
    return claim.alert().alert().id();
  }
}
