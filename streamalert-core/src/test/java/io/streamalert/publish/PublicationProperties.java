package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PublicationProperties {

  @Property
  void whatIsSetIsFound(
      @ForAll("publications") Publication publication,
      @ForAll("names") String name,
      @ForAll("values") FieldValue value) {
    assertThat(publication.with(name, value).get(name)).isEqualTo(value);
  }

  @Property
  void settingOnePartLeavesTheOthers(
      @ForAll("publications") Publication publication,
      @ForAll("names") String name,
      @ForAll("values") FieldValue value) {
    Publication changed = publication.with(name, value);

    assertThat(publication.keys()).allSatisfy(key -> {
      if (!key.equals(name)) {
        assertThat(changed.get(key)).isEqualTo(publication.get(key));
      }
    });
  }

  @Property
  void changesNeverTouchTheOriginal(
      @ForAll("publications") Publication publication,
      @ForAll("names") String name,
      @ForAll("values") FieldValue value) {
    String before = publication.toJson();

    Publication changed = publication.with(name, value).without(name).payload();

    assertThat(publication.toJson()).isEqualTo(before);
    assertThat(changed.get(name).exists()).isFalse();
  }

  @Property
  void lastOneSetWins(
      @ForAll("publications") Publication publication,
      @ForAll("names") String name,
      @ForAll("values") FieldValue first,
      @ForAll("values") FieldValue second) {
    assertThat(publication.with(name, first).with(name, second))
        .isEqualTo(publication.with(name, second));
  }

  @Property
  void settingWhatIsThereChangesNothing(@ForAll("publications") Publication publication) {
    assertThat(publication.keys())
        .allSatisfy(
            name -> assertThat(publication.with(name, publication.get(name)).toJson())
                .isEqualTo(publication.toJson()));
  }

  @Property
  void fieldsMakeTheSamePublication(@ForAll("publications") Publication publication) {
    Publication same = Publication.of(publication.toFields());

    assertThat(same).isEqualTo(publication).hasSameHashCodeAs(publication);
    assertThat(same.toJson()).isEqualTo(publication.toJson());
  }

  @Property
  void payloadIsItsOwnPayload(@ForAll("publications") Publication publication) {
    Publication payload = publication.payload();

    assertThat(payload.payload()).isEqualTo(payload);
    assertThat(payload.keys()).noneMatch(name -> name.startsWith("@"));
    assertThat(publication.keys().stream().filter(name -> !name.startsWith("@")))
        .containsExactlyElementsOf(payload.keys());
  }

  @Property
  void textComesBackAsItWentIn(
      @ForAll("publications") Publication publication,
      @ForAll("names") String name,
      @ForAll String text) {
    PublicationKey<String> key = PublicationKey.text(name);

    assertThat(publication.with(key, text).get(key)).contains(text);
    assertThat(publication.with(key, text).get(PublicationKey.list(name))).isEmpty();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("@ab").ofMinLength(1).ofMaxLength(3);
  }

  @Provide
  Arbitrary<FieldValue> values() {
    return Arbitraries.of(
            true,
            0,
            1.5,
            "",
            "text",
            List.of(),
            List.of(1, "a"),
            Map.of(),
            Map.of("k", Map.of("n", 1)))
        .injectNull(0.1)
        .map(FieldValue::of);
  }

  @Provide
  Arbitrary<Publication> publications() {
    return Arbitraries.maps(names(), values()).ofMaxSize(6).map(Publication::of);
  }
}
