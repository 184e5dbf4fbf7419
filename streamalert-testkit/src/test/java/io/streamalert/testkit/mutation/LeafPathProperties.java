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
    return Arbitraries.lazyOf(
        () -> Arbitraries.integers().between(0, 9).map(FieldValue::of),
        () -> Arbitraries.just(FieldValue.of(null)),
        () -> values().list().ofMaxSize(3).map(FieldValue::list),
        () -> Arbitraries.maps(Arbitraries.of("a", "b", "c"), values())
            .ofMaxSize(3)
            .map(FieldValue::map));
  }

  @Property
  void settingALeafToItselfChangesNothing(@ForAll("values") FieldValue root) {
    assertThat(LeafPath.leaves(root))
        .allSatisfy(leaf -> assertThat(leaf.set(root, leaf.in(root))).isEqualTo(root));
  }

  @Property
  void setLeafIsFound(@ForAll("values") FieldValue root) {
    FieldValue other = FieldValue.of("other");

    assertThat(LeafPath.leaves(root))
        .allSatisfy(leaf -> assertThat(leaf.in(leaf.set(root, other))).isEqualTo(other));
  }

  @Property
  void leavesAreTold(@ForAll("values") FieldValue root) {
    assertThat(LeafPath.leaves(root))
        .doesNotHaveDuplicates()
        .extracting(LeafPath::toString)
        .doesNotHaveDuplicates();
  }
}
