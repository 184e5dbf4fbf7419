package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PositionTest {

  @Test
  void theBytesAreThoseOfTheWirePage() {
    String scheme = "00000003736131";
    String ordinal = "0000000000000001";
    assertThat(scheme + HexFormat.of().formatHex(Position.of("sqs", "a").encoded()) + ordinal)
        .isEqualTo("00000003736131000000037371730000000100000001610000000000000001");
  }

  @Test
  void anotherOrdinalIsAnotherId() {
    Position position = Position.of("file", "f", "0");
    assertThat(RecordId.of(position, 0)).isNotEqualTo(RecordId.of(position, 1));
  }

  @Test
  void refusesWhatCannotBeAPlace() {
    assertThatThrownBy(() -> Position.of("")).hasMessageContaining("kind");
    assertThatThrownBy(() -> Position.of("file").then(-1)).hasMessageContaining("-1");
  }
}
