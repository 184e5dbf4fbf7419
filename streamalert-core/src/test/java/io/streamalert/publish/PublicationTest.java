package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final PublicationKey<String> TEXT = PublicationKey.text("@slack.text");
  private static final PublicationKey<Boolean> WITH_RECORD =
      PublicationKey.flag("@teams.with_record");
  private static final PublicationKey<Map<String, FieldValue>> DETAILS =
      PublicationKey.map("details");
  private static final PublicationKey<List<FieldValue>> IMAGES = PublicationKey.list("images");

  @Test
  void typedPartsComeBackAsTheyWentIn() {
    Map<String, FieldValue> details = Map.of("a", FieldValue.of(1));
    List<FieldValue> images = List.of(FieldValue.of("x"));
    Publication publication = Publication.empty()
        .with(TEXT, "hello")
        .with(WITH_RECORD, false)
        .with(DETAILS, details)
        .with(IMAGES, images);

    assertThat(publication.get(TEXT)).contains("hello");
    assertThat(publication.get(WITH_RECORD)).contains(false);
    assertThat(publication.get(DETAILS)).contains(details);
    assertThat(publication.get(IMAGES)).contains(images);
    assertThat(publication.get(PublicationKey.value("details"))).contains(FieldValue.of(details));
  }

  @Test
  void emptyContainersAreThere() {
    Publication publication = Publication.empty().with(DETAILS, Map.of()).with(IMAGES, List.of());

    assertThat(publication.get(DETAILS)).contains(Map.of());
    assertThat(publication.get(IMAGES)).contains(List.of());
  }

  @Test
  void partOfAnotherKindIsEmpty() {
    Publication publication =
        Publication.of(Map.of("@slack.text", 1, "details", List.of(), "images", Map.of()));

    assertThat(publication.get(TEXT)).isEmpty();
    assertThat(publication.get(DETAILS)).isEmpty();
    assertThat(publication.get(IMAGES)).isEmpty();
    assertThat(publication.get(PublicationKey.flag("@slack.text"))).isEmpty();
    assertThat(publication.get(PublicationKey.value("absent"))).isEmpty();
  }

  @Test
  void orderIsThatOfAdditionAndReplacingKeepsThePlace() {
    Publication publication = Publication.empty()
        .with("b", FieldValue.of(1))
        .with("a", FieldValue.of(2))
        .with("b", FieldValue.of(3));

    assertThat(publication.keys()).containsExactly("b", "a").isUnmodifiable();
    assertThat(publication.toFields()).isUnmodifiable();
    assertThat(publication.toJson()).isEqualTo("{\"b\":3,\"a\":2}");
    assertThat(publication).hasToString("Publication[b, a]");
  }

  @Test
  void equalityDoesNotLookAtOrder() {
    Publication one = Publication.empty().with("a", FieldValue.of(1)).with("b", FieldValue.of(2));
    Publication other = Publication.empty().with("b", FieldValue.of(2)).with("a", FieldValue.of(1));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.without("a"));
  }

  @Test
  void payloadIsWhatSteersNoOutput() {
    Publication publication = Publication.empty()
        .with(TEXT, "x")
        .with("rule_name", FieldValue.of("r"))
        .with("a@b", FieldValue.of(1));

    assertThat(publication.payload().keys()).containsExactly("rule_name", "a@b");
    assertThat(publication.keys()).hasSize(3);
  }

  @Test
  void missingValuesAreNoParts() {
    Map<String, Object> parts = new HashMap<>();
    parts.put("null", null);
    parts.put("missing", FieldValue.missing());
    Publication publication = Publication.of(parts);

    assertThat(publication.keys()).containsExactly("null");
    assertThat(publication.with("null", FieldValue.missing())).isEqualTo(Publication.empty());
    assertThat(publication.get("missing").exists()).isFalse();
  }

  @Test
  void givenMapsAreCopied() {
    Map<String, Object> parts = new HashMap<>(Map.of("a", 1));
    Publication publication = Publication.of(parts);
    parts.clear();

    assertThat(publication.get("a").asLong()).hasValue(1);
  }

  @Test
  void keysAreEqualByName() {
    assertThat(TEXT)
        .isEqualTo(PublicationKey.flag("@slack.text"))
        .hasSameHashCodeAs(PublicationKey.flag("@slack.text"));
    assertThat(TEXT).isNotEqualTo(PublicationKey.text("@slack.title")).hasToString("@slack.text");
    assertThatIllegalArgumentException().isThrownBy(() -> PublicationKey.text(""));
  }
}
