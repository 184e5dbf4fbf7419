package io.streamalert.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every lookup table does. A test of an implementation extends this. */
abstract class LookupTableContract {

  private static final FieldValue FALLBACK = FieldValue.of("fallback");

  /** A table that holds exactly these entries. */
  abstract LookupTable table(Map<String, FieldValue> entries);

  private LookupTable table(String key, Object value) {
    return table(Map.of(key, FieldValue.of(value)));
  }

  @Test
  void whatIsStoredIsFound() {
    LookupTable table = table("team", Map.of("members", List.of("ann", 5, true)));

    assertThat(table.get("team"))
        .contains(FieldValue.of(Map.of("members", List.of("ann", 5, true))));
    assertThat(table.get("team", FALLBACK).at("members").elements()).hasSize(3);
  }

  @Test
  void whatIsNotStoredIsNot() {
    LookupTable table = table("team", "web");

    assertThat(table.get("other")).isEmpty();
    assertThat(table.get("other", FALLBACK)).isEqualTo(FALLBACK);
  }

  @Test
  void storedEmptyValuesAreReturnedAsTheyAre() {
    List<FieldValue> empty = List.of(
        FieldValue.of(""),
        FieldValue.of(0),
        FieldValue.of(false),
        FieldValue.of(List.of()),
        FieldValue.of(Map.of()),
        FieldValue.of(null));

    assertThat(empty)
        .allSatisfy(
            value -> assertThat(table(Map.of("key", value)).get("key", FALLBACK).toJson())
                .isEqualTo(value.toJson()));
  }

  @Test
  void keysAreComparedExactly() {
    LookupTable table = table("Team", "web");

    assertThat(List.of("team", "Team ", "Tea", ""))
        .allSatisfy(key -> assertThat(table.get(key)).isEmpty());
    assertThat(table("", "nothing").get("")).contains(FieldValue.of("nothing"));
    assertThat(table("a.b:ä 😀", 1).get("a.b:ä 😀")).contains(FieldValue.of(1));
  }

  @Test
  void askingAgainGivesTheSame() {
    LookupTable table = table("team", "web");

    for (int i = 0; i < 3; i++) {
      assertThat(table.get("team")).contains(FieldValue.of("web"));
      assertThat(table.get("other")).isEmpty();
    }
  }

  @Test
  void thereIsNoNullKey() {
    LookupTable table = table("team", "web");

    assertThatNullPointerException().isThrownBy(() -> table.get(nullKey()));
    assertThat(table.get("team")).isPresent();
  }

  @Test
  void textFormHasNoContent() {
    LookupTable table = table("secretkey", "secretvalue");
    assertThat(table.get("secretkey")).isPresent();

    assertThat(table.toString()).doesNotContain("secretkey").doesNotContain("secretvalue");
  }

  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  private static String nullKey() {
    return null;
  }
}
