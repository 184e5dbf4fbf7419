package io.streamalert.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntelSpecTest {

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
    builder.exclusions("ip", List.of("127.0.0.2"));

    assertThat(spec.exclusions("ip")).containsExactly("10.0.0.0/8", "127.0.0.1").isUnmodifiable();
    assertThat(spec.exclusions("md5")).isEmpty();
    assertThat(spec.setting("dynamodb_table_name").asString()).contains("iocs");
    assertThat(spec.setting("other").exists()).isFalse();
    assertThat(spec)
        .isNotEqualTo(builder.build())
        .hasToString("IntelSpec[normalizedTypes={}, exclusions of [ip], clusters=[]]");
    assertThat(IntelSpec.builder().build()).isEqualTo(IntelSpec.builder().build());
  }

  @Test
  void namesInTheSpecMustNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntelSpec.builder().normalizedTypes("", List.of("ip_address")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntelSpec.builder().exclusions("ip", List.of(" ")));
  }

  @Test
  void addressesAreExcludedByNetwork() {
    IntelSpec spec = IntelSpec.builder()
        .exclusions("ip", List.of("10.0.0.0/8", "192.0.2.7", "198.51.100.128/25", "2001:db8::/33"))
        .build();

    assertThat(List.of(
            "10.0.0.0",
            "10.255.255.255",
            "192.0.2.7",
            "198.51.100.128",
            "2001:db8:7fff::1",
            "::ffff:10.1.2.3",
            "::1",
            "0:0:0:0:0:0:0:1",
            "no address",
            "10.1",
            "fe80::1%eth0",
            "8.8.8.8/32"))
        .allSatisfy(value -> assertThat(spec.isExcluded("ip", value)).as(value).isTrue());
    assertThat(List.of("9.255.255.255", "11.0.0.0", "192.0.2.8", "198.51.100.127", "127.0.0.1"))
        .allSatisfy(value -> assertThat(spec.isExcluded("ip", value)).as(value).isFalse());
    assertThat(spec.isExcluded("ip", "2001:db8:8000::1")).isFalse();
    assertThat(spec.isExcluded("ip", "::2")).isFalse();
  }

  @Test
  void withoutExclusionsNothingIsExcluded() {
    IntelSpec spec = IntelSpec.builder().build();

    assertThat(spec.isExcluded("ip", "::1")).isFalse();
    assertThat(spec.isExcluded("ip", "no address")).isFalse();
    assertThat(spec.isExcluded("md5", "x")).isFalse();
  }

  @Test
  void everyAddressCanBeExcluded() {
    IntelSpec spec =
        IntelSpec.builder().exclusions("ip", List.of("0.0.0.0/0", "::/0")).build();

    assertThat(spec.isExcluded("ip", "203.0.113.9")).isTrue();
    assertThat(spec.isExcluded("ip", "2001:db8::9")).isTrue();
  }

  @Test
  void otherTypesAreExcludedByValue() {
    IntelSpec spec =
        IntelSpec.builder().exclusions("domain", List.of("ours.example")).build();

    assertThat(spec.isExcluded("domain", "ours.example")).isTrue();
    assertThat(spec.isExcluded("domain", "www.ours.example")).isFalse();
    assertThat(spec.isExcluded("domain", "Ours.example")).isFalse();
    assertThat(spec.isExcluded("ip", "ours.example")).isFalse();
  }

  @Test
  void allExclusionsThatAreNoNetworksAreToldAtOnce() {
    IntelSpec.Builder builder = IntelSpec.builder()
        .exclusions(
            "ip", List.of("10.0.0.0/33", "10.0.0/8", "1.2.3.4/", "a", "::/129", "1.2.3.4/-1"));

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(builder::build)
        .satisfies(e -> assertThat(e.problems()).hasSize(6))
        .withMessageContaining("The exclusion \"10.0.0.0/33\" of ip is neither")
        .withMessageContaining("such as 10.0.0.0/8.");
  }

  @Test
  void clustersAreCollected() {
    IntelSpec spec = IntelSpec.builder()
        .clusters(List.of("prod"))
        .clusters(List.of("lab", "prod"))
        .build();

    assertThat(spec.clusters()).containsExactly("prod", "lab").isUnmodifiable();
    assertThat(spec).isNotEqualTo(IntelSpec.builder().build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntelSpec.builder().clusters(List.of(" ")));
  }
}
