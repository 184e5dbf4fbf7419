package io.streamalert.lookup;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table that is loaded as a whole, and again when its content is too old. */
final class RefreshedTable implements LookupTable {

  private static final Logger LOG = LoggerFactory.getLogger(RefreshedTable.class);

  private final String name;
  private final Supplier<? extends Map<String, ?>> loader;
  private final Duration age;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Content content;

  private record Content(LookupTable table, Instant due) {}

  RefreshedTable(
      String name, Supplier<? extends Map<String, ?>> loader, Duration age, Clock clock) {
    this.name = Objects.requireNonNull(name, "name");
    this.loader = Objects.requireNonNull(loader, "loader");
    this.age = age;
    this.clock = Objects.requireNonNull(clock, "clock");
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException(
          "The age of the lookup table " + name + " must be positive, but is " + age);
    }
  }

  @Override
  public Optional<FieldValue> get(String key) {
    Objects.requireNonNull(key, "key");
    return content().table.get(key);
  }

  private Content content() {
    Content present = content;
    if (present == null) {
      return firstContent();
    }
    if (isFresh(present) || !loading.tryLock()) {
      return present;
    }
    try {
      // Another thread may have loaded it meanwhile.
      Content latest = Objects.requireNonNull(content);
      return isFresh(latest) ? latest : reloaded(latest);
    } finally {
      loading.unlock();
    }
  }

  private boolean isFresh(Content present) {
    return clock.instant().isBefore(present.due);
  }

  /** One thread loads, the others wait: there is nothing that they could answer. */
  private Content firstContent() {
    loading.lock();
    try {
      Content present = content;
      return present == null ? load() : present;
    } finally {
      loading.unlock();
    }
  }

  private Content load() {
    return keep(LookupTable.of(loader.get()));
  }

  private Content keep(LookupTable table) {
    Content loaded = new Content(table, clock.instant().plus(age));
    content = loaded;
    return loaded;
  }

  private Content reloaded(Content earlier) {
    try {
      return load();
    } catch (RuntimeException e) {
      LOG.warn(
          "The lookup table {} cannot be read again and keeps its earlier content; the next attempt"
              + " is in {}: {}",
          name,
          age,
          reason(e));
      return keep(earlier.table);
    }
  }

  /** Without messages of others, which may hold a piece of the content. */
  private static String reason(RuntimeException e) {
    if (e instanceof ConfigException) {
      return String.valueOf(e.getMessage());
    }
    Throwable cause = e.getCause();
    return e.getClass().getName()
        + (cause == null ? "" : " by " + cause.getClass().getName());
  }

  @Override
  public String toString() {
    return "LookupTable[" + name + ", read every " + age + "]";
  }
}
