package io.streamalert.lookup;

import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A read-only map from a key to a JSON value, kept outside the rules. Implemented by drivers and,
 * for tests, by {@link #of(Map)}.
 *
 * <p>Implementations must be safe for use by many threads. A rule asks while a record is processed,
 * so an answer should come from memory; a table over a remote store reads what it needs on the
 * calling thread, takes the time from the {@link java.time.Clock} it was opened with, and limits
 * how long it waits. A table lives as long as the StreamAlert instance it belongs to.
 */
@FunctionalInterface
public interface LookupTable {

  /**
   * Looks a key up.
   *
   * @param key the key, compared exactly
   * @return the value, which may be JSON null or empty as stored; or an empty {@code Optional} if
   *     the table has no such key
   * @throws java.io.UncheckedIOException if the store cannot be read and no earlier copy is at
   *     hand; to answer with an empty {@code Optional} instead would make rules decide wrongly. A
   *     rule that asked then counts as failed, not as not triggered.
   */
  Optional<FieldValue> get(String key);

  /**
   * Looks a key up, with an answer for the case that it is not there. A stored value is returned as
   * it is, even if it is JSON null or empty.
   *
   * @param key the key, compared exactly
   * @param fallback the answer if the table has no such key
   * @return the value or the fallback
   * @throws java.io.UncheckedIOException as {@link #get(String)} does
   */
  default FieldValue get(String key, FieldValue fallback) {
    Objects.requireNonNull(fallback, "fallback");
    return get(key).orElse(fallback);
  }

  /**
   * A table with the given content, in memory.
   *
   * @param entries from key to what {@link FieldValue#of} accepts; copied
   * @return the table
   * @throws IllegalArgumentException if a value has no JSON form
   */
  static LookupTable of(Map<String, ?> entries) {
    return MapTable.of(entries);
  }

  /**
   * A table without any key.
   *
   * @return the table
   */
  static LookupTable empty() {
    return MapTable.EMPTY;
  }

  /**
   * A table with a memory, for one over a store that is asked key by key. It keeps of each key what
   * the other table answered, also that it has no such key. What the other throws is thrown on and
   * not kept, so the next look-up asks again.
   *
   * <p>While one thread asks for a key, others that want the same key wait for it.
   *
   * @param source the other table
   * @param maximumSize how many keys are remembered, those without a value too; at least 1
   * @param age how long each is; positive
   * @param clock tells the time
   * @return the table
   * @throws IllegalArgumentException if the size or the age is not positive
   */
  static LookupTable cached(LookupTable source, long maximumSize, Duration age, Clock clock) {
    return new CachedTable(source, maximumSize, age, clock);
  }

  /**
   * A table that is read as a whole: at the first look-up, and at the first one after its content is
   * older than {@code age}. While one thread reads it again, others are answered from the earlier
   * content.
   *
   * <p>If it cannot be read the first time, what the loader throws is thrown on, and the next look-up
   * tries again. If it cannot be read again, that is logged as a warning, the earlier content stays,
   * and the next attempt is {@code age} later. The warning has the message of a {@link
   * io.streamalert.settings.ConfigException}; of others only their class, as a message may quote the
   * content.
   *
   * @param name the name of the table, for the warning
   * @param loader reads the whole content, from key to what {@link FieldValue#of} accepts
   * @param age how old the content may be; positive
   * @param clock tells the time
   * @return the table
   * @throws IllegalArgumentException if the age is not positive
   */
  static LookupTable refreshed(
      String name, Supplier<? extends Map<String, ?>> loader, Duration age, Clock clock) {
    return new RefreshedTable(name, loader, age, clock);
  }
}
