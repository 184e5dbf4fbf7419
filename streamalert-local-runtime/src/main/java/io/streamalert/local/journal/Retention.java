package io.streamalert.local.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long records are kept in the journal. Only whole segments are dropped, the oldest first, and never the one that is
 * written. Immutable.
 */
public final class Retention {

  private final @Nullable Duration age;
  private final long bytes;

  private Retention(@Nullable Duration age, long bytes) {
    this.age = age;
    this.bytes = bytes;
  }

  /**
   * Drops nothing.
   *
   * @return the policy
   */
  public static Retention forever() {
    return new Retention(null, Long.MAX_VALUE);
  }

  /**
   * The same, but drops segments whose newest record was classified longer ago.
   *
   * @param longest how long; not negative
   * @return the policy
   * @throws IllegalArgumentException if it is negative
   */
  public Retention olderThan(Duration longest) {
    if (Objects.requireNonNull(longest, "longest").isNegative()) {
      throw new IllegalArgumentException("Records cannot be kept for " + longest);
    }
    return new Retention(longest, bytes);
  }

  /**
   * The same, but drops segments while all of them together are larger.
   *
   * @param most how large, in bytes; not negative
   * @return the policy
   * @throws IllegalArgumentException if it is negative
   */
  public Retention largerThan(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("A journal cannot be kept under " + most + " bytes");
    }
    return new Retention(age, most);
  }

  /** {@return the age from which on segments are dropped; empty for any} */
  public Optional<Duration> age() {
    return Optional.ofNullable(age);
  }

  /** {@return the size above which segments are dropped, in bytes; empty for any} */
  public OptionalLong bytes() {
    return bytes == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /**
   * The segments that are to be dropped.
   *
   * @param segments all segments, the oldest first
   * @param now the time
   * @return the oldest of them; unmodifiable
   */
  public List<Segment> expired(List<Segment> segments, Instant now) {
    long size = segments.stream().mapToLong(Segment::bytes).sum();
    int count = 0;
    while (count < segments.size() && isExpired(segments.get(count), size, now)) {
      size -= segments.get(count).bytes();
      count++;
    }
    return List.copyOf(segments.subList(0, count));
  }

  private boolean isExpired(Segment oldest, long size, Instant now) {
    boolean old = age != null && oldest.latest().plus(age).isBefore(now);
    return oldest.sealed() && (old || size > bytes);
  }

  @Override
  public String toString() {
    return "Retention[age=" + age + ", bytes=" + bytes + "]";
  }
}
