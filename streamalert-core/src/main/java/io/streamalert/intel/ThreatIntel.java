package io.streamalert.intel;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * A collection of indicators that can be asked for many values at once. Implemented by runtimes and
 * by users; must be safe for use by many threads.
 */
@FunctionalInterface
public interface ThreatIntel {

  /**
   * Finds the indicators for any of the given keys. Called once per batch of records, with every
   * value of the batch that can be an indicator and is not excluded.
   *
   * @param keys what to look for; unmodifiable, may be empty and may have many thousand members, so
   *     an implementation over a remote store asks in groups
   * @return the indicators found, only for the given keys and only those that have not expired;
   *     several may have the same key
   * @throws java.io.UncheckedIOException if the store did not answer for all keys; a part of the
   *     answer must not pass for the whole
   */
  Set<Indicator> find(Set<IndicatorKey> keys);

  /**
   * Knows no indicator.
   *
   * @return a collection that never finds anything
   */
  static ThreatIntel none() {
    return keys -> Set.of();
  }

  /**
   * A collection in memory that ignores expiry; meant for tests.
   *
   * @param indicators the indicators; copied
   * @return the collection
   */
  static ThreatIntel of(Collection<Indicator> indicators) {
    return new IndicatorSet(indicators, indicator -> true);
  }

  /**
   * A collection in memory.
   *
   * @param indicators the indicators; copied
   * @param clock tells which of them have expired when the collection is asked
   * @return the collection
   */
  static ThreatIntel of(Collection<Indicator> indicators, Clock clock) {
    Objects.requireNonNull(clock, "clock");
    return new IndicatorSet(indicators, indicator -> indicator.isValidAt(clock.instant()));
  }

  /**
   * Another collection, with a memory: of each key it keeps what the other answered, also that it
   * knows nothing of it. So a store over a network is asked only for what is new. An indicator that
   * expires is left out even while it is remembered; one that is added to the store is found after
   * {@code age} at the latest. What the other throws is thrown on, and nothing of it remembered.
   *
   * @param source the other collection; it gets the keys of a batch that are not remembered, at once
   * @param maximumSize how many keys are remembered; at least 1
   * @param age how long; positive
   * @param clock tells the time
   * @return the collection
   * @throws IllegalArgumentException if the size or the age is not positive
   */
  static ThreatIntel cached(ThreatIntel source, long maximumSize, Duration age, Clock clock) {
    return new CachedIntel(source, maximumSize, age, clock);
  }
}
