package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for each publisher that ships, whatever the alert and the publication. */
class GenericPublishersProperties {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothingThrowsAndTheInputStaysAsItIs(
      @ForAll("names") String name,
      @ForAll("alerts") Alert alert,
      @ForAll("publications") Publication previous) {
    String before = previous.toJson();
    Publisher publisher = GenericPublishers.byName().get(name);

    Publication first = publisher.publish(alert, previous);

    assertThat(previous.toJson()).isEqualTo(before);
    assertThat(publisher.publish(alert, previous).toJson()).isEqualTo(first.toJson());
  }

  /** Except where the order of what is found is the result. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void equalPublicationsBecomeEqualOnes(
      @ForAll("names") String name,
      @ForAll("alerts") Alert alert,
      @ForAll("publications") Publication previous) {
    if (name.equals("populate_fields")) {
      return;
    }
    Publisher publisher = GenericPublishers.byName().get(name);
    List<Map.Entry<String, FieldValue>> reversed =
        new ArrayList<>(previous.toFields().entrySet());
    Collections.reverse(reversed);
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    reversed.forEach(field -> fields.put(field.getKey(), field.getValue()));

    assertThat(publisher.publish(alert, Publication.of(fields)))
        .isEqualTo(publisher.publish(alert, previous));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void changingTwiceChangesNoMore(
      @ForAll("alerts") Alert alert, @ForAll("publications") Publication previous) {
    for (String name : List.of("remove_fields", "stringify_arrays", "remove_internal_fields")) {
      Publisher publisher = GenericPublishers.byName().get(name);
      Publication once = publisher.publish(alert, previous);

      assertThat(publisher.publish(alert, once)).as(name).isEqualTo(once);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void enumeratedValuesAreFlat(
      @ForAll("alerts") Alert alert, @ForAll("publications") Publication previous) {
    Publication flat = GenericPublishers.byName().get("enumerate_fields").publish(alert, previous);

    assertThat(List.copyOf(flat.keys())).isSorted();
    assertThat(flat.toFields().values())
        .allSatisfy(
            value -> assertThat(value.kind()).isNotIn(FieldValue.Kind.LIST, FieldValue.Kind.MAP));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(Publishers.builtIn().names());
  }

  @Provide
  Arbitrary<Alert> alerts() {
    Arbitrary<FieldValue> expressions = Arbitraries.oneOf(
        Arbitraries.strings()
            .withChars("ab(^$.*+[\\")
            .ofMaxLength(4)
            .list()
            .ofMaxSize(3)
            .map(FieldValue::of),
        values());
    return Combinators.combine(expressions, expressions, values())
        .as((remove, populate, record) -> Alert.builder(
                "a_rule",
                LogRecord.of("acme:login", FieldValue.of(Map.of("v", record)).toJson()),
                Instant.EPOCH)
            .context(Map.of("remove_fields", remove, "populate_fields", populate))
            .build());
  }

  @Provide
  Arbitrary<Publication> publications() {
    return Arbitraries.maps(keys(), values()).ofMaxSize(5).map(Publication::of);
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab@é").ofMinLength(1).ofMaxLength(3),
        Arbitraries.of("streamalert_normalization", "record", "outputs", "id"));
  }

  private static Arbitrary<FieldValue> values() {
    Arbitrary<FieldValue> scalars =
        Arbitraries.of(true, 0, 1.5, "", "text").injectNull(0.1).map(FieldValue::of);
    return Arbitraries.recursive(() -> scalars, GenericPublishersProperties::nested, 0, 3);
  }

  private static Arbitrary<FieldValue> nested(Arbitrary<FieldValue> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(FieldValue::list),
        Arbitraries.maps(keys(), inner).ofMaxSize(3).map(FieldValue::map));
  }
}
