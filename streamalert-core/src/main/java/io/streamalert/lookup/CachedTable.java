package io.streamalert.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers what another table answered, also that it has no such key. */
final class CachedTable implements LookupTable {

  private final LookupTable source;
  private final Cache<String, Optional<FieldValue>> answers;

  CachedTable(LookupTable source, long maximumSize, Duration age, Clock clock) {
    this.source = Objects.requireNonNull(source, "source");
    Objects.requireNonNull(clock, "clock");
    if (maximumSize < 1 || age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("A cache of a lookup table needs room for at least 1 key"
          + " and a positive age, not " + maximumSize + " and " + age);
    }
    this.answers = Caffeine.newBuilder()
        .maximumSize(maximumSize)
        .expireAfterWrite(age)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }

  @Override
  public Optional<FieldValue> get(String key) {
    return answers.get(key, source::get);
  }

  @Override
  public String toString() {
    return "cached " + source;
  }
}
