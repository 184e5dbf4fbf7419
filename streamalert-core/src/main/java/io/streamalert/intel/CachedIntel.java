package io.streamalert.intel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Remembers what another collection answered, also that it knows nothing of a key. */
final class CachedIntel implements ThreatIntel {

  private final ThreatIntel source;
  private final Clock clock;
  private final Cache<IndicatorKey, Set<Indicator>> answers;

  CachedIntel(ThreatIntel source, long maximumSize, Duration age, Clock clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.clock = Objects.requireNonNull(clock, "clock");
    if (maximumSize < 1 || age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("A cache of threat intelligence needs room for at least 1"
          + " key and a positive age, not " + maximumSize + " and " + age);
    }
    this.answers = Caffeine.newBuilder()
        .maximumSize(maximumSize)
        .expireAfterWrite(age)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }

  @Override
  public Set<Indicator> find(Set<IndicatorKey> keys) {
    Set<Indicator> found = new LinkedHashSet<>();
    answers.getAll(keys, this::ask).values().forEach(found::addAll);
    found.removeIf(indicator -> !indicator.isValidAt(clock.instant()));
    return Collections.unmodifiableSet(found);
  }

  private Map<IndicatorKey, Set<Indicator>> ask(Set<? extends IndicatorKey> keys) {
    Map<IndicatorKey, Set<Indicator>> answer = new HashMap<>();
    keys.forEach(key -> answer.put(key, new HashSet<>(1)));
    for (Indicator indicator : source.find(Set.copyOf(keys))) {
      Set<Indicator> known = answer.get(indicator.key());
      if (known != null) {
        known.add(indicator);
      }
    }
    return answer;
  }
}
