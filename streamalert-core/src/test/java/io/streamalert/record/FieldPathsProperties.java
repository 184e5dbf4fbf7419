package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Together or one by one, and however the map is held: the same values are found. */
class FieldPathsProperties {

  @Provide
  Arbitrary<List<FieldPath>> paths() {
    return Arbitraries.of("a", "b", "c\ud800", "ü")
        .list()
        .ofMaxSize(3)
        .map(FieldPath::of)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Map<String, Object>> content() {
    return map(map(Arbitraries.of(1, "x", List.of(1), true)));
  }

  private static Arbitrary<Map<String, Object>> map(Arbitrary<?> values) {
    Arbitrary<Object> any = Arbitraries.oneOf(values.asGeneric(), Arbitraries.of(7, "text"));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c\ud800", "c?", "ü", "z"), any)
        .ofMaxSize(5);
  }

  @Property
  void findsWhatEachPathFinds(
      @ForAll("paths") List<FieldPath> paths, @ForAll("content") Map<String, Object> content) {
    FieldValue made = FieldValue.of(content);
    FieldValue read = new JsonReader(100).read(made.toJson()).orElseThrow();
    FieldValue named =
        FieldNames.of(List.of("z", "c?", "c\ud800", "b", "ü", "a")).in(read).mapWithNames();
    FieldValue overB = FieldValue.of(Map.of("a", 5));
    for (FieldValue value :
        List.of(made, read, named, read.with("b", overB), named.with("b", overB))) {
      FieldValue[] found = FieldPaths.of(paths).find(value);
      assertThat(found).hasSize(paths.size());
      for (int i = 0; i < found.length; i++) {
        FieldValue oneByOne = value;
        for (String key : paths.get(i).keys()) {
          oneByOne = oneByOne.fields().getOrDefault(key, FieldValue.missing());
        }
        assertThat(found[i]).isEqualTo(oneByOne);
        assertThat(value.at(paths.get(i))).isEqualTo(oneByOne);
        assertThat(value.at(paths.get(i).keys().toArray(String[]::new))).isEqualTo(oneByOne);
      }
    }
  }
}
