package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SettingsProperties {

  @Property
  void documentLimitIsKeptInRangeAndRefusedOutside(@ForAll int bytes) {
    Settings.Builder builder = Settings.builder();

    if (bytes >= 1 && bytes < 256 * 1024 * 1024) {
      assertThat(builder.maxDocumentBytes(bytes).build().maxDocumentBytes()).isEqualTo(bytes);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.maxDocumentBytes(bytes))
          .withMessageContaining("maxDocumentBytes")
          .withMessageContaining("268435455");
      assertThat(builder.build()).isEqualTo(Settings.defaults());
    }
  }

  @Property
  void depthIsKeptInRangeAndRefusedOutside(
      @ForAll @IntRange(min = -2_000, max = 2_000) int levels) {
    if (levels >= 1 && levels <= 1_000) {
      assertThat(Settings.builder().maxDepth(levels).build().maxDepth()).isEqualTo(levels);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Settings.builder().maxDepth(levels))
          .withMessageContaining("maxDepth");
    }
  }

  @Property
  void retentionIsKeptInRangeAndRefusedOutside(
      @ForAll @IntRange(min = -10, max = 100_000) int hours) {
    Duration retention = Duration.ofHours(hours);

    if (hours >= 1 && hours <= 3_650 * 24) {
      assertThat(Settings.builder().identityRetention(retention).build().identityRetention())
          .isEqualTo(retention);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Settings.builder().identityRetention(retention))
          .withMessageContaining("identityRetention");
    }
  }
}
