package io.streamalert.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppCollectorTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void stateBeginsWithAnEmptyContext() {
    AppState start = AppState.startingAt(NOON);
    AppState later = start.with("page", FieldValue.of("x")).upTo(NOON.plusSeconds(1));

    assertThat(start.context()).isEqualTo(FieldValue.of(Map.of()));
    assertThat(start.lastTimestamp()).isEqualTo(NOON);
    assertThat(later.context().at("page").asString()).contains("x");
    assertThat(later.lastTimestamp()).isEqualTo(NOON.plusSeconds(1));
    assertThat(later)
        .isEqualTo(new AppState(NOON.plusSeconds(1), FieldValue.of(Map.of("page", "x"))));
  }

  @Test
  void contextMustBeAMap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppState(NOON, FieldValue.of("hunter2")))
        .withMessageContaining("STRING")
        .withMessageNotContaining("hunter2");
    assertThatIllegalArgumentException().isThrownBy(() -> new AppState(NOON, FieldValue.missing()));
  }

  @Test
  void pollHoldsItsLogsAndWhatComesNext() {
    AppState next = AppState.startingAt(NOON);
    List<FieldValue> logs = new ArrayList<>(List.of(FieldValue.of(Map.of("user", "hunter2"))));
    AppPoll poll = AppPoll.more(logs, next).pausing(Duration.ofSeconds(60));
    logs.clear();

    assertThat(poll.logs())
        .containsExactly(FieldValue.of(Map.of("user", "hunter2")))
        .isUnmodifiable();
    assertThat(poll.next()).isEqualTo(next);
    assertThat(poll.more()).isTrue();
    assertThat(poll.pause()).isEqualTo(Duration.ofSeconds(60));
    assertThat(poll)
        .hasToString("AppPoll[1 logs, upTo=2026-01-01T12:00:00Z, more=true, pause=PT1M]");
    assertThat(AppPoll.last(List.of(), next).more()).isFalse();
    assertThat(AppPoll.last(List.of(), next).pause()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> poll.pausing(Duration.ofSeconds(-1)));
  }

  @Test
  void settingsKeepCredentialsApart() {
    Secret secret = Secret.literal("hunter2");
    AppSettings settings = AppSettings.of(Map.of("region", "us"), Map.of("client_secret", secret));

    assertThat(settings.value("region")).contains("us");
    assertThat(settings.value("client_secret")).isEmpty();
    assertThat(settings.secret("client_secret")).containsSame(secret);
    assertThat(settings.secret("region")).isEmpty();
    assertThat(settings).hasToString("AppSettings[[region], credentials=[client_secret]]");
  }
}
