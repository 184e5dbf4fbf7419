package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2024-05-10T00:00:00Z");

  /** Of 9, 5 and 1 days ago, each of 100 bytes; and one that is written, of 8 days ago. */
  private static final List<Segment> SEGMENTS =
      List.of(segment(1, true, 9), segment(2, true, 5), segment(3, true, 1), segment(4, false, 8));

  private static Segment segment(long number, boolean sealed, int daysAgo) {
    Instant latest = NOW.minus(Duration.ofDays(daysAgo));
    return new Segment(number, Path.of("x"), sealed, 100, 10, 0, latest.minusSeconds(9), latest);
  }

  private static List<Long> expired(Retention retention) {
    return retention.expired(SEGMENTS, NOW).stream().map(Segment::number).toList();
  }

  @Test
  void foreverDropsNothing() {
    assertThat(expired(Retention.forever())).isEmpty();
  }

  @Test
  void ageIsThatOfTheNewestRecord() {
    assertThat(expired(Retention.forever().olderThan(Duration.ofDays(9)))).isEmpty();
    assertThat(expired(Retention.forever().olderThan(Duration.ofDays(8)))).containsExactly(1L);
    assertThat(expired(Retention.forever().olderThan(Duration.ofDays(2)))).containsExactly(1L, 2L);
  }

  @Test
  void sizeIsThatOfAllTogether() {
    assertThat(expired(Retention.forever().largerThan(400))).isEmpty();
    assertThat(expired(Retention.forever().largerThan(399))).containsExactly(1L);
    assertThat(expired(Retention.forever().largerThan(250))).containsExactly(1L, 2L);
  }

  @Test
  void theOneThatIsWrittenStays() {
    Retention none = Retention.forever().olderThan(Duration.ZERO).largerThan(0);

    assertThat(expired(none)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void limitsAreTold() {
    Retention both = Retention.forever().olderThan(Duration.ofDays(1)).largerThan(7);

    assertThat(both.age()).contains(Duration.ofDays(1));
    assertThat(both.bytes()).hasValue(7);
    assertThat(both).hasToString("Retention[age=PT24H, bytes=7]");
    assertThat(Retention.forever().age()).isEmpty();
    assertThat(Retention.forever().bytes()).isEmpty();
  }

  @Test
  void impossibleLimitsAreRefused() {
    assertThatThrownBy(() -> Retention.forever().olderThan(Duration.ofDays(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Retention.forever().largerThan(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SegmentLimits(0, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SegmentLimits(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JournalEnd(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Committed(2, JournalEnd.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JournalEntry(-1, Records.block(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
