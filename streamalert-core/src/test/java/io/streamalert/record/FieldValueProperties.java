package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** However a value is held in memory, it reads the same. */
class FieldValueProperties {

  @Provide
  Arbitrary<Object> json() {
    Arbitrary<Object> scalars = Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6).map(s ->
            (Object) s.replaceAll("[\ud800-\udfff]", "?")),
        Arbitraries.longs().map(n -> (Object) n),
        Arbitraries.bigIntegers().map(n -> (Object) n),
        Arbitraries.doubles().map(n -> (Object) n),
        Arbitraries.of(true, false).map(b -> (Object) b));
    return Arbitraries.recursive(() -> scalars, FieldValueProperties::nested, 0, 3)
        .withoutEdgeCases();
  }

  private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner.list().ofMaxSize(3).map(l -> (Object) l),
        Arbitraries.maps(Arbitraries.of("a", "b", "c\"", "ü"), inner)
            .ofMaxSize(4)
            .map(m -> (Object) m));
  }

  private static FieldValue reread(FieldValue value) {
    return new JsonReader(1_000).read(value.toJson()).orElseThrow();
  }

  @Property
  void textAndBackIsTheSame(@ForAll("json") Object value) {
    FieldValue made = FieldValue.of(value);
    FieldValue read = reread(made);

    assertThat(read).isEqualTo(made).hasSameHashCodeAs(made);
    assertThat(read.toJson()).isEqualTo(made.toJson());
    assertThat(read.asText()).isEqualTo(made.asText());
    assertThat(read.isTruthy()).isEqualTo(made.isTruthy());
    assertThat(read.toJava()).isEqualTo(made.toJava());
    assertThat(read.kind()).isEqualTo(made.kind());
  }

  @Property
  void detachingChangesNothing(@ForAll("json") Object first, @ForAll("json") Object second) {
    FieldValue list = reread(FieldValue.of(List.of(first, Map.of("k", second))));
    for (FieldValue part :
        List.of(list, list.elements().get(0), list.elements().get(1).at("k"))) {
      assertThat(part.detached()).isEqualTo(part);
      assertThat(part.detached().toJson()).isEqualTo(part.toJson());
    }
  }

  @Property
  void fieldsLaidOverAreAsIfTheyHadBeenThere(
      @ForAll("json") Object a, @ForAll("json") Object b, @ForAll("json") Object changed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("a", a);
    fields.put("b", b);
    FieldValue over = reread(FieldValue.of(fields))
        .with("b", FieldValue.of(changed))
        .with("n", FieldValue.of(null));
    fields.put("b", changed);
    fields.put("n", null);
    FieldValue plain = FieldValue.of(fields);

    assertThat(over).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(over.toJson()).isEqualTo(plain.toJson());
    assertThat(new ArrayList<>(over.fields().keySet())).containsExactly("a", "b", "n");
    assertThat(over.at("b")).isEqualTo(FieldValue.of(changed));
    assertThat(over.at("n").isNull()).isTrue();
    assertThat(over.detached()).isEqualTo(over);
  }

  @Property
  void theNamesOfASetAreFoundHoweverTheMapIsHeld(
      @ForAll("json") Object a, @ForAll("json") Object b) {
    FieldNames names = FieldNames.of(List.of("ü", "b", "zzz", "a", "c\""));
    FieldValue made = FieldValue.of(Map.of("a", a, "c\"", b, "other", 1));
    for (FieldValue map : List.of(made, reread(made), reread(made).with("b", FieldValue.of(2)))) {
      NamedFields found = names.in(map);
      Map<String, FieldValue> byName = new LinkedHashMap<>();
      for (int i = 0; i < found.count(); i++) {
        byName.put(names.name(found.number(i)), found.value(i));
        assertThat(found.kind(i)).isEqualTo(found.value(i).kind());
      }
      Map<String, FieldValue> expected = new LinkedHashMap<>(map.fields());
      expected.remove("other");
      assertThat(byName).isEqualTo(expected);
      assertThat(found.hasUnknown()).isTrue();
    }
  }

  @Property
  void numbersCompareByWorth(@ForAll int number) {
    assertThat(FieldValue.of(number)).isEqualTo(FieldValue.of((double) number));
    assertThat(FieldValue.of(number).is(number)).isTrue();
    assertThat(FieldValue.of(number).is(number + 1L)).isFalse();
  }
}
