package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpLimitsTest {

  @Test
  void defaultsAreAsDocumented() {
    assertThat(HttpLimits.defaults())
        .hasToString(
            "HttpLimits[maxBodyBytes=16777216, maxBytesInFlight=67108864, maxConnections=256, "
                + "headTimeout=PT30S, bodyTimeout=PT1M]");
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    HttpLimits.Builder builder = HttpLimits.builder();
    assertThatThrownBy(() -> builder.maxBodyBytes(0))
        .hasMessage("maxBodyBytes must be from 1 to 2147483647, but is 0");
    assertThatThrownBy(() -> builder.maxBytesInFlight(0)).hasMessageContaining("maxBytesInFlight");
    assertThatThrownBy(() -> builder.maxConnections(65_537)).hasMessageContaining("65536");
    assertThatThrownBy(() -> builder.headTimeout(Duration.ZERO))
        .hasMessage("headTimeout must be from 1 millisecond to 1 hour, but is PT0S");
    assertThatThrownBy(() -> builder.bodyTimeout(Duration.ofHours(1).plusNanos(1)))
        .hasMessageContaining("bodyTimeout");
  }

  @Test
  void theRoomOfAllIsSharedAndGivenBack() {
    Room room = new Room(10);
    Room.Hold first = room.hold();
    Room.Hold second = room.hold();

    assertThat(first.take(6)).isTrue();
    assertThat(second.take(5)).isFalse();
    assertThat(second.take(4)).isTrue();
    first.release();
    first.release();
    assertThat(second.take(7)).isFalse();
    assertThat(second.take(6)).isTrue();
  }
}
