package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    Settings settings = Settings.defaults();

    assertThat(settings.maxDocumentBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(settings.maxDepth()).isEqualTo(1_000);
    assertThat(settings.requiredOutputs()).containsExactly("aws-firehose:alerts");
    assertThat(settings.identityRetention()).isEqualTo(Duration.ofDays(30));
    assertThat(Settings.builder().build()).isEqualTo(settings).hasSameHashCodeAs(settings);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 268_435_455})
  void bothEndsOfTheDocumentLimitAreValid(int bytes) {
    assertThat(Settings.builder().maxDocumentBytes(bytes).build().maxDocumentBytes())
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "slack", ":sec", "slack:", "slack:a:b", "slack:a b", "sl\tack:a"})
  void requiredOutputsOfAnotherFormAreRefused(String output) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.builder().requiredOutputs(List.of("slack:sec", output)))
        .withMessageContaining("service:descriptor");
  }

  @Test
  void requiredOutputsAreCopiedInOrder() {
    List<String> outputs = new ArrayList<>(List.of("slack:b", "aws-firehose:alerts", "slack:a"));
    Settings settings = Settings.builder().requiredOutputs(outputs).build();
    outputs.clear();

    assertThat(settings.requiredOutputs())
        .containsExactly("slack:b", "aws-firehose:alerts", "slack:a");
    assertThat(settings.requiredOutputs()).isUnmodifiable();
    assertThat(Settings.builder().requiredOutputs(List.of()).build().requiredOutputs())
        .isEmpty();
  }

  @Test
  void toBuilderKeepsWhatIsNotChanged() {
    Settings settings =
        Settings.builder().maxDepth(7).identityRetention(Duration.ofDays(90)).build();

    Settings changed = settings.toBuilder().maxDepth(8).build();

    assertThat(changed.maxDepth()).isEqualTo(8);
    assertThat(changed.identityRetention()).isEqualTo(Duration.ofDays(90));
    assertThat(changed).isNotEqualTo(settings);
    assertThat(settings.toBuilder().build()).isEqualTo(settings);
    assertThat(settings)
        .hasToString("Settings[maxDocumentBytes=16777216, maxDepth=7, "
            + "requiredOutputs=[aws-firehose:alerts], identityRetention=PT2160H]");
  }
}
