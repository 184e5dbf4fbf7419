package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PositionProperties {

  @Property
  void aNumberIsTheSameAsItsText(@ForAll @LongRange(min = 0) long offset) {
    Position number = Position.of("file", "f").then(offset);
    Position text = Position.of("file", "f", Long.toString(offset));

    assertThat(number).isEqualTo(text).hasSameHashCodeAs(text).hasToString(text.toString());
    assertThat(RecordId.of(number, 3)).isEqualTo(RecordId.of(text, 3));
  }

  @Property
  void differentPartsGiveDifferentIds(@ForAll List<String> a, @ForAll List<String> b) {
    Position one = Position.of("k", a.toArray(String[]::new));
    Position other = Position.of("k", b.toArray(String[]::new));

    assertThat(RecordId.of(one, 0).equals(RecordId.of(other, 0))).isEqualTo(sameBytes(a, b));
  }

  /** Lone surrogates have no UTF-8 and become question marks, which positions never hold. */
  private static boolean sameBytes(List<String> a, List<String> b) {
    return utf8(a).equals(utf8(b));
  }

  private static List<String> utf8(List<String> parts) {
    return parts.stream()
        .map(p -> new String(p.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .toList();
  }
}
