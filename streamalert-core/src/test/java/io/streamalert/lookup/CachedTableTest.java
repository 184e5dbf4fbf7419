package io.streamalert.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.testing.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedTableTest extends LookupTableContract {

  private static final Duration AGE = Duration.ofMinutes(3);

  private final SteppedClock clock = new SteppedClock();
  private final Map<String, FieldValue> store = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private boolean broken;

  private Optional<FieldValue> ask(String key) {
    asked.add(key);
    if (broken) {
      throw new UncheckedIOException(new IOException("away"));
    }
    return Optional.ofNullable(store.get(key));
  }

  @Override
  LookupTable table(Map<String, FieldValue> entries) {
    return LookupTable.cached(LookupTable.of(entries), 100, AGE, clock);
  }

  private LookupTable cached(int size) {
    return LookupTable.cached(this::ask, size, AGE, clock);
  }

  @Test
  void answersAreRememberedForTheirAge() {
    store.put("team", FieldValue.of("web"));
    LookupTable table = cached(10);

    table.get("team");
    store.put("team", FieldValue.of("db"));
    clock.advance(AGE.minusMillis(1));
    assertThat(table.get("team")).contains(FieldValue.of("web"));
    clock.advance(Duration.ofMillis(1));
    assertThat(table.get("team")).contains(FieldValue.of("db"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void missesAreRememberedAsLong() {
    LookupTable table = cached(10);

    assertThat(table.get("team")).isEmpty();
    store.put("team", FieldValue.of("web"));
    clock.advance(AGE.minusMillis(1));
    assertThat(table.get("team")).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(table.get("team")).contains(FieldValue.of("web"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void failuresAreNotRemembered() {
    store.put("team", FieldValue.of("web"));
    LookupTable table = cached(10);

    broken = true;
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> table.get("team"));
    broken = false;
    assertThat(table.get("team")).contains(FieldValue.of("web"));
  }

  @Test
  void anAnswerThatIsTooOldIsNotGivenWhenTheStoreIsAway() {
    store.put("team", FieldValue.of("web"));
    LookupTable table = cached(10);

    table.get("team");
    broken = true;
    clock.advance(AGE);
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> table.get("team"));
  }

  @Test
  void noMoreKeysAreKeptThanThereIsRoomFor() {
    LookupTable table = cached(3);
    List<String> keys = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    keys.forEach(table::get);
    asked.clear();
    keys.forEach(table::get);
    assertThat(asked).hasSizeGreaterThanOrEqualTo(keys.size() - 3);
  }

  @Test
  void sizeAndAgeArePositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> cached(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LookupTable.cached(this::ask, 1, Duration.ZERO, clock))
        .withMessageContaining("PT0S");
  }
}
