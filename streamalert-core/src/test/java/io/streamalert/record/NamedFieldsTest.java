package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedFieldsTest {

  /** What is remembered for a set of keys finds its place by the lowest bits of the hash. */
  @Test
  void setsThatDifferInOneNameSeldomShareAPlace() {
    List<String> all = IntStream.range(0, 320).mapToObj(i -> "name" + i).toList();
    FieldNames names = FieldNames.of(all);
    Set<Integer> places = new HashSet<>();
    for (String name : all.subList(1, all.size())) {
      NamedFields found = names.in(FieldValue.of(Map.of(name, 1, all.get(0), 1)));
      places.add(found.bitsHash() & 0xfff);
    }

    assertThat(places).hasSizeGreaterThan(280);
  }
}
