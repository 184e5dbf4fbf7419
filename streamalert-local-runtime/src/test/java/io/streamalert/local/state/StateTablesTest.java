package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.local.state.StateTables.Order;
import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import io.streamalert.testkit.LookupTableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTablesTest extends LookupTableContract {

  private static final FieldValue A = FieldValue.of("a");
  private static final FieldValue B = FieldValue.of("b");

  @TempDir
  private Path folder;

  private StateFile file;
  private StateTables tables;

  @BeforeEach
  void open() {
    file = StateFile.open(folder);
    tables = new StateTables(file);
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Override
  protected LookupTable tableOf(Map<String, FieldValue> entries) {
    tables.replace("table", entries);
    return new StateTables(file).table("table");
  }

  @Test
  void aChangeIsSeenByTheNextLookUp() {
    LookupTable table = new StateTables(file).table("owners");
    assertThat(table.get("ann")).isEmpty();
    tables.set("owners", "ann", A);
    tables.set("other", "ann", B);
    assertThat(table.get("ann")).contains(A);
    tables.set("owners", "ann", B);
    assertThat(table.get("ann")).contains(B);

    assertThat(tables.names()).containsExactly("other", "owners");
    assertThat(tables.content("owners")).containsExactly(Map.entry("ann", B));
    assertThat(tables.remove("owners", "ann")).isTrue();
    assertThat(tables.remove("owners", "ann")).isFalse();
    assertThat(table.get("ann")).isEmpty();
    assertThat(tables.names()).containsExactly("other");
  }

  @Test
  void tablesAreThereAfterARestart() {
    tables.set("owners", "ann", FieldValue.parse("{\"n\":[1.50,null]}"));
    close();
    open();

    assertThat(tables.table("owners").get("ann").orElseThrow().toJson())
        .isEqualTo("{\"n\":[1.50,null]}");
  }

  @Test
  void replacingLeavesNothingOfBefore() {
    tables.set("owners", "ann", A);
    tables.replace("owners", Map.of("bob", B));
    assertThat(tables.content("owners")).containsExactly(Map.entry("bob", B));
    tables.replace("owners", Map.of());
    assertThat(tables.names()).isEmpty();
  }

  @Test
  void listsGrow() {
    assertThat(tables.addToList("t", "k", List.of(B, A), Order.AS_ADDED).toJson())
        .isEqualTo("[\"b\",\"a\"]");
    assertThat(tables.addToList("t", "k", List.of(B), Order.AS_ADDED).toJson())
        .isEqualTo("[\"b\",\"a\",\"b\"]");
    assertThat(tables
            .addNew("t", "k", List.of(FieldValue.of("c"), A), Order.SORTED)
            .toJson())
        .isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(tables.table("t").get("k").orElseThrow().elements()).hasSize(3);
  }

  @Test
  void whatIsNoListDoesNotGrow() {
    tables.set("t", "k", A);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tables.addToList("t", "k", List.of(B), Order.AS_ADDED))
        .withMessageContainingAll("\"k\"", "t is no list, but STRING");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> tables.addToList("t", "other", List.of(A, FieldValue.of(1)), Order.SORTED))
        .withMessageContaining("cannot be sorted");
    assertThatIllegalArgumentException().isThrownBy(() -> tables.set("t", " ", A));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tables.replace("t", Map.of("new", A, "", B)));
    assertThat(tables.content("t")).containsExactly(Map.entry("k", A));
  }
}
