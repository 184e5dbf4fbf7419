package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestClockTest {

  @Test
  void movesOnlyWhenToldTo() {
    TestClock clock = TestClock.create();

    assertThat(clock.instant()).isEqualTo(Instant.parse(TestClock.START));
    assertThat(clock.advance(Duration.ofSeconds(2))).isEqualTo(clock.instant());
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T12:00:02Z"));
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void zonesShareTheTime() {
    TestClock clock = TestClock.startingAt(Instant.EPOCH);
    Clock elsewhere = clock.withZone(ZoneId.of("Europe/Berlin"));
    clock.advance(Duration.ofDays(1));

    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(elsewhere.instant()).isEqualTo(clock.instant());
  }
}
