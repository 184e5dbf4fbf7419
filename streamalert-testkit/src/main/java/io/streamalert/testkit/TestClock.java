package io.streamalert.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to move, in UTC. Safe for use by many threads; all
 * copies with other zones move together.
 */
public final class TestClock extends Clock {

  /** When a clock starts by default: {@value}. */
  public static final String START = "2026-01-01T12:00:00Z";

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private TestClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * A clock that stands at {@value #START}.
   *
   * @return a new clock
   */
  public static TestClock create() {
    return startingAt(Instant.parse(START));
  }

  /**
   * A clock that stands at a time.
   *
   * @param start the time
   * @return a new clock
   */
  public static TestClock startingAt(Instant start) {
    return new TestClock(
        new AtomicReference<>(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
  }

  /**
   * Moves the clock.
   *
   * @param step by how much; negative to move it back
   * @return the time that it shows now
   */
  public Instant advance(Duration step) {
    return Objects.requireNonNull(now.updateAndGet(time -> time.plus(step)));
  }

  /**
   * Sets the clock.
   *
   * @param time the time that it is to show
   */
  public void set(Instant time) {
    now.set(Objects.requireNonNull(time, "time"));
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new TestClock(now, Objects.requireNonNull(other, "other"));
  }
}
