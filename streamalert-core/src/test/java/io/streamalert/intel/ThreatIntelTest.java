package io.streamalert.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.testing.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ThreatIntelTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final IndicatorKey ADDRESS = new IndicatorKey("ip", "192.0.2.9");
  private static final IndicatorKey DOMAIN = new IndicatorKey("domain", "bad.example");

  @Test
  void findsEveryIndicatorOfTheKeysAndNoOther() {
    Indicator first =
        Indicator.builder(ADDRESS).source("feed a").subType("mal_ip").build();
    Indicator second = Indicator.builder(ADDRESS).source("feed b").build();
    ThreatIntel intel =
        ThreatIntel.of(List.of(first, second, Indicator.of("domain", "bad.example")));

    assertThat(intel.find(Set.of(ADDRESS, new IndicatorKey("ip", "192.0.2.10"))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(intel.find(Set.of())).isEmpty();
    assertThat(ThreatIntel.none().find(Set.of(ADDRESS, DOMAIN))).isEmpty();
  }

  @Test
  void keysAreComparedExactly() {
    ThreatIntel intel = ThreatIntel.of(List.of(Indicator.of("domain", "bad.example")));

    assertThat(intel.find(Set.of(new IndicatorKey("domain", "BAD.example")))).isEmpty();
    assertThat(intel.find(Set.of(new IndicatorKey("ip", "bad.example")))).isEmpty();
  }

  @Test
  void expiredIndicatorsAreLeftOutWhenThereIsAClock() {
    Indicator expired = Indicator.builder(ADDRESS).expires(NOON).build();
    Indicator valid = Indicator.builder(DOMAIN).expires(NOON.plusNanos(1)).build();
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    assertThat(ThreatIntel.of(List.of(expired, valid), clock).find(Set.of(ADDRESS, DOMAIN)))
        .containsExactly(valid);
    assertThat(ThreatIntel.of(List.of(expired, valid)).find(Set.of(ADDRESS, DOMAIN)))
        .containsExactlyInAnyOrder(expired, valid);
    assertThat(Indicator.of("ip", "192.0.2.9").isValidAt(Instant.MAX)).isTrue();
  }

  @Test
  void indicatorsAreValuesThatHideWhatTheyAreFoundBy() {
    Indicator indicator = Indicator.builder(ADDRESS)
        .subType("mal_ip")
        .source("feed")
        .expires(NOON)
        .build();
    Indicator same = Indicator.builder(ADDRESS)
        .subType("mal_ip")
        .source("feed")
        .expires(NOON)
        .build();

    assertThat(indicator)
        .isEqualTo(same)
        .hasSameHashCodeAs(same)
        .hasToString("Indicator[ip of feed]");
    assertThat(indicator).isNotEqualTo(Indicator.of("ip", "192.0.2.9"));
    assertThat(indicator.key()).isEqualTo(ADDRESS).hasToString("IndicatorKey[ip]");
    assertThat(indicator.subType()).contains("mal_ip");
    assertThat(indicator.source()).contains("feed");
    assertThat(indicator.expires()).contains(NOON);
  }

  @Test
  void keysNeedBothParts() {
    assertThatIllegalArgumentException().isThrownBy(() -> new IndicatorKey(" ", "192.0.2.9"));
    assertThatIllegalArgumentException().isThrownBy(() -> Indicator.of("ip", ""));
  }

  @Test
  void aCacheAsksOnlyForWhatIsNewAndRemembersMisses() {
    List<Set<IndicatorKey>> asked = new ArrayList<>();
    SteppedClock clock = new SteppedClock();
    ThreatIntel source = ThreatIntel.of(List.of(Indicator.of("domain", "bad.example")));
    ThreatIntel intel = ThreatIntel.cached(
        keys -> {
          asked.add(keys);
          return source.find(keys);
        },
        100,
        Duration.ofMinutes(5),
        clock);

    assertThat(intel.find(Set.of(ADDRESS))).isEmpty();
    assertThat(intel.find(Set.of(ADDRESS, DOMAIN))).hasSize(1);
    assertThat(intel.find(Set.of(ADDRESS, DOMAIN))).hasSize(1);
    assertThat(asked).containsExactly(Set.of(ADDRESS), Set.of(DOMAIN));
    clock.advance(Duration.ofMinutes(5));
    intel.find(Set.of(ADDRESS, DOMAIN));
    assertThat(asked).hasSize(3).last().isEqualTo(Set.of(ADDRESS, DOMAIN));
  }

  @Test
  void aCacheNeitherRemembersFailuresNorKeepsWhatHasExpired() {
    SteppedClock clock = new SteppedClock();
    Indicator shortLived =
        Indicator.builder(ADDRESS).expires(clock.instant().plusSeconds(60)).build();
    AtomicBoolean broken = new AtomicBoolean(true);
    ThreatIntel intel = ThreatIntel.cached(
        keys -> {
          if (broken.get()) {
            throw new UncheckedIOException(new IOException("away"));
          }
          return Set.of(shortLived, Indicator.of("ip", "192.0.2.77"));
        },
        100,
        Duration.ofMinutes(5),
        clock);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> intel.find(Set.of(ADDRESS)));
    broken.set(false);
    assertThat(intel.find(Set.of(ADDRESS))).containsExactly(shortLived);
    clock.advance(Duration.ofSeconds(60));
    assertThat(intel.find(Set.of(ADDRESS))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThreatIntel.cached(intel, 0, Duration.ofMinutes(5), clock));
  }
}
