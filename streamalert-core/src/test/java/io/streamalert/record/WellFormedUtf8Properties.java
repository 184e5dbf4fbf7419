package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Utf8;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Skipping ASCII changes no answer, whatever stands between it and wherever the range lies. */
class WellFormedUtf8Properties {

  @Provide
  Arbitrary<List<Byte>> bytes() {
    Arbitrary<Byte> ascii = Arbitraries.of((byte) 'a', (byte) '"', (byte) 0, (byte) 0x7f);
    Arbitrary<Byte> other = Arbitraries.of(
        (byte) 0xc3,
        (byte) 0xa4,
        (byte) 0xe2,
        (byte) 0x82,
        (byte) 0xac,
        (byte) 0xf0,
        (byte) 0x9f,
        (byte) 0x98,
        (byte) 0x80,
        (byte) 0xed,
        (byte) 0xc0,
        (byte) 0xff);
    Arbitrary<List<Byte>> words = Arbitraries.of(
        List.of((byte) 0xc3, (byte) 0xa4),
        List.of((byte) 0xe2, (byte) 0x82, (byte) 0xac),
        List.of((byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80));
    Arbitrary<List<Byte>> part = Arbitraries.frequencyOf(
        Tuple.of(6, ascii.list().ofMinSize(1).ofMaxSize(20)),
        Tuple.of(4, words),
        Tuple.of(1, other.map(List::of)));
    return part.list()
        .ofMaxSize(8)
        .map(parts -> parts.stream().flatMap(List::stream).toList());
  }

  @Property
  void answersAsGuavaDoes(@ForAll("bytes") List<Byte> text, @ForAll boolean inTheMiddle) {
    int before = inTheMiddle ? 3 : 0;
    byte[] bytes = new byte[before + text.size() + before];
    for (int i = 0; i < text.size(); i++) {
      bytes[before + i] = text.get(i);
    }
    assertThat(WellFormedUtf8.in(bytes, before, before + text.size()))
        .isEqualTo(Utf8.isWellFormed(bytes, before, text.size()));
  }
}
