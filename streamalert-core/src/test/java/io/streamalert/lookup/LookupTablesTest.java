package io.streamalert.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.testing.Warnings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTablesTest {

  @Test
  void tableIsACopyAndHidesItsContent() {
    Map<String, Object> entries = new HashMap<>(Map.of("key", "value"));
    LookupTable table = LookupTable.of(entries);
    entries.clear();

    assertThat(table.get("key")).isPresent();
    assertThat(table).hasToString("LookupTable[1 keys]");
    assertThat(LookupTable.empty().get("key")).isEmpty();
  }

  @Test
  void unknownTableIsEmpty() {
    LookupTable owners = LookupTable.of(Map.of("host", "alice"));
    LookupTables tables = LookupTables.builder()
        .add("owners", owners)
        .add("allowed", LookupTable.empty())
        .build();

    assertThat(tables.names()).containsExactly("owners", "allowed").isUnmodifiable();
    assertThat(tables.table("owners")).isSameAs(owners);
    assertThat(tables.has("owners")).isTrue();
    assertThat(tables.has("other")).isFalse();
    assertThat(tables.table("other").get("host")).isEmpty();
    assertThat(LookupTables.none().names()).isEmpty();
    assertThat(tables).hasToString("LookupTables[owners, allowed]");
  }

  @Test
  void unknownTableIsWarnedOfOnce() {
    LookupTables tables =
        LookupTables.builder().add("owners", LookupTable.empty()).build();

    try (Warnings warnings = Warnings.of(LookupTables.class)) {
      tables.table("owners");
      tables.table("owner");
      tables.table("owner");
      assertThat(warnings.messages()).singleElement().asString().contains("\"owner\"", "[owners]");
      for (int i = 0; i < 1_000; i++) {
        tables.table("made up " + i);
      }
      assertThat(warnings.messages()).hasSize(100);
    }
  }

  @Test
  void namesAreUniqueAndNotBlank() {
    LookupTables.Builder builder = LookupTables.builder().add("owners", LookupTable.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add("owners", LookupTable.empty()))
        .withMessageContaining("owners");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(" ", LookupTable.empty()));
  }

  @Test
  void builtCollectionDoesNotChange() {
    LookupTables.Builder builder = LookupTables.builder();
    LookupTables before = builder.build();
    builder.add("owners", LookupTable.empty());

    assertThat(before.names()).isEmpty();
    assertThat(builder.build().names()).containsExactly("owners");
  }

  @Test
  void specHoldsTheSettingsOfTheDriver() {
    Map<String, FieldValue> settings = new HashMap<>(Map.of("bucket", FieldValue.of("b")));
    TableSpec spec = TableSpec.of("owners", "s3", settings);
    settings.clear();

    assertThat(Arrays.asList(spec.name(), spec.driver())).containsExactly("owners", "s3");
    assertThat(spec.setting("bucket").asString()).contains("b");
    assertThat(spec.setting("key").exists()).isFalse();
    assertThat(spec.settings()).containsOnlyKeys("bucket").isUnmodifiable();
    assertThat(spec)
        .hasToString("TableSpec[owners, driver=s3, settings=[bucket]]")
        .isEqualTo(TableSpec.of("owners", "s3", Map.of("bucket", FieldValue.of("b"))))
        .isNotEqualTo(TableSpec.of("owners", "s3", Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSpec.of("owners", " ", Map.of()))
        .withMessageContaining("driver");
  }
}
