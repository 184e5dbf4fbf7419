package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.TextParts.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextPartsTest {

  private static final TextParts PARTS =
      TextParts.builder().add(Place.ANYWHERE, "1").add(Place.START, "").build();

  @Test
  void whatIsNoTextHasNone() {
    for (Object value : List.of(1, true, List.of("1"))) {
      assertThat(found(FieldValue.of(value))).isEmpty();
    }
  }

  @Test
  void emptyTextIsInEveryText() {
    assertThat(found(FieldValue.of("21"))).containsExactly(0, 1);
    assertThat(found(FieldValue.of(""))).containsExactly(1);
  }

  private static Set<Integer> found(FieldValue value) {
    Set<Integer> found = new TreeSet<>();
    PARTS.in(value, found::add);
    return found;
  }
}
