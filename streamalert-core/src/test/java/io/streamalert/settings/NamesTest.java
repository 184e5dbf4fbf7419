package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final List<String> LOG_TYPES =
      List.of("cloudtrail:events", "cloudwatch:events", "osquery:differential", "osquery:status");

  @Test
  void findsTheOneThatWasMeant() {
    assertThat(Names.nearest("cloudtrial:events", LOG_TYPES)).contains("cloudtrail:events");
    assertThat(Names.nearest("CloudWatch:Events", LOG_TYPES)).contains("cloudwatch:events");
    assertThat(Names.nearest("osquery:stats", LOG_TYPES)).contains("osquery:status");
    assertThat(Names.nearest("duo:authentication", LOG_TYPES)).isEmpty();
    assertThat(Names.nearest("anything", List.of())).isEmpty();
  }

  @Test
  void shortNamesShareSomethingOrAreNotNear() {
    assertThat(Names.nearest("ab", List.of("xy"))).isEmpty();
    assertThat(Names.nearest("ab", List.of("xb"))).contains("xb");
    assertThat(Names.nearest("a", List.of("b"))).isEmpty();
    assertThat(Names.nearest("", List.of("", "a"))).isEmpty();
  }

  @Test
  void ofEquallyNearNamesTheFirstInOrderWins() {
    assertThat(Names.nearest("slick", List.of("slock", "slack"))).contains("slack");
  }

  @Test
  void overlongNamesAreNotCompared() {
    assertThat(Names.nearest("a".repeat(201), List.of("a".repeat(201)))).isEmpty();
    assertThat(Names.nearest("a".repeat(200), List.of("a".repeat(200)))).isPresent();
  }
}
