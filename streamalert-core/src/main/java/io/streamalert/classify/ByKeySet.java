package io.streamalert.classify;

import io.streamalert.record.NamedFields;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was worked out for a set of keys. Logs have few such sets; where three fall on one
 * pair of places, the latest two stay, which costs time only. Thread-safe.
 */
final class ByKeySet<T> {

  private static final int REMEMBERED = 1 << 12;

  private final Function<NamedFields, T> work;
  private final AtomicReferenceArray<@Nullable Known<T>> known =
      new AtomicReferenceArray<>(REMEMBERED);

  /** Remembers what this makes of the names that were found. */
  ByKeySet(Function<NamedFields, T> work) {
    this.work = work;
  }

  private static final class Known<T> {
    private final long[] bits;
    private final boolean unknown;
    private final T answer;

    Known(NamedFields found, T answer) {
      this.bits = found.bits();
      this.unknown = found.hasUnknown();
      this.answer = answer;
    }

    boolean isFor(NamedFields found) {
      return unknown == found.hasUnknown() && found.hasBits(bits);
    }
  }

  T get(NamedFields found) {
    int place = found.bitsHash() & REMEMBERED - 1;
    Known<T> first = known.get(place);
    if (first != null && first.isFor(found)) {
      return first.answer;
    }
    Known<T> second = known.get(place ^ 1);
    if (second != null && second.isFor(found)) {
      return second.answer;
    }
    Known<T> latest = new Known<>(found, work.apply(found));
    known.set(place ^ 1, first);
    known.set(place, latest);
    return latest.answer;
  }
}
