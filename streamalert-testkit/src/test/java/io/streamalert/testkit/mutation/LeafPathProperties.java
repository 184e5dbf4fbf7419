package io.streamalert.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LeafPathProperties {

  @Provide
  Arbitrary<FieldValue> values() {
    return values(3).withoutEdgeCases();
  }

  private static Arbitrary<FieldValue> values(int depth) {
    Arbitrary<FieldValue> scalars = Arbitraries.of(FieldValue.of(1), FieldValue.of(null));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<FieldValue> inner = values(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(3).map(FieldValue::list),
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner).ofMaxSize(3).map(FieldValue::map));
  }

  @Property(tries = 300)
  void settingALeafToItselfChangesNothing(@ForAll("values") FieldValue root) {
    assertThat(LeafPath.leaves(root))
        .allSatisfy(leaf -> assertThat(leaf.set(root, leaf.in(root))).isEqualTo(root));
  }

  @Property(tries = 300)
  void setLeafIsFound(@ForAll("values") FieldValue root) {
    FieldValue other = FieldValue.of("other");

    assertThat(LeafPath.leaves(root))
        .allSatisfy(leaf -> assertThat(leaf.in(leaf.set(root, other))).isEqualTo(other));
  }

  @Property(tries = 300)
  void leavesAreTold(@ForAll("values") FieldValue root) {
    assertThat(LeafPath.leaves(root))
        .doesNotHaveDuplicates()
        .extracting(LeafPath::toString)
        .doesNotHaveDuplicates();
  }
}
