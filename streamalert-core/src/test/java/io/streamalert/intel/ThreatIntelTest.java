package io.streamalert.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
  void lastTypeOfIndicatorThatNamesANormalisedTypeWins() {
    IntelSpec spec = IntelSpec.builder()
        .normalizedTypes("ip", List.of("ip_address", "host"))
        .normalizedTypes("domain", List.of("host"))
        .normalizedTypes("ip", List.of("peer"))
        .build();

    assertThat(spec.indicatorType("ip_address")).contains("ip");
    assertThat(spec.indicatorType("host")).contains("domain");
    assertThat(spec.indicatorType("user")).isEmpty();
    assertThat(spec.normalizedTypes().get("ip")).containsExactly("ip_address", "host", "peer");
    assertThat(spec.normalizedTypes()).isUnmodifiable();
  }

  @Test
  void specHoldsExclusionsAndSettings() {
    IntelSpec.Builder builder = IntelSpec.builder()
        .exclusions("ip", List.of("10.0.0.0/8"))
        .exclusions("ip", List.of("127.0.0.1"))
        .setting("dynamodb_table_name", FieldValue.of("iocs"));
    IntelSpec spec = builder.build();
    builder.exclusions("ip", List.of("later"));

    assertThat(spec.exclusions("ip")).containsExactly("10.0.0.0/8", "127.0.0.1").isUnmodifiable();
    assertThat(spec.exclusions("md5")).isEmpty();
    assertThat(spec.setting("dynamodb_table_name").asString()).contains("iocs");
    assertThat(spec.setting("other").exists()).isFalse();
    assertThat(spec)
        .isNotEqualTo(builder.build())
        .hasToString("IntelSpec[normalizedTypes={}, exclusions of [ip]]");
    assertThat(IntelSpec.builder().build()).isEqualTo(IntelSpec.builder().build());
  }

  @Test
  void namesInTheSpecMustNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntelSpec.builder().normalizedTypes("", List.of("ip_address")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntelSpec.builder().exclusions("ip", List.of(" ")));
  }
}
