package io.streamalert.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.testing.SteppedClock;
import io.streamalert.testing.Warnings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefreshedTableTest extends LookupTableContract {

  private static final Duration AGE = Duration.ofMinutes(10);

  private final SteppedClock clock = new SteppedClock();
  private final Map<String, FieldValue> store = new HashMap<>();
  private @Nullable RuntimeException failure;
  private int loads;

  private Map<String, FieldValue> load() {
    loads++;
    if (failure != null) {
      throw failure;
    }
    return store;
  }

  @Override
  LookupTable table(Map<String, FieldValue> entries) {
    return refreshed(() -> entries);
  }

  private LookupTable refreshed(Supplier<Map<String, FieldValue>> loader) {
    return LookupTable.refreshed("owners", loader, AGE, clock);
  }

  @Test
  void contentIsReadAtTheFirstLookUpAndWhenItIsOld() {
    LookupTable table = refreshed(this::load);
    assertThat(loads).isZero();
    store.put("team", FieldValue.of("web"));
    assertThat(table.get("team")).contains(FieldValue.of("web"));

    store.put("team", FieldValue.of("db"));
    clock.advance(AGE.minusMillis(1));
    assertThat(table.get("team")).contains(FieldValue.of("web"));
    clock.advance(Duration.ofMillis(1));
    assertThat(table.get("team")).contains(FieldValue.of("db"));
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void contentThatCannotBeReadTheFirstTimeIsAnErrorUntilItCan() {
    LookupTable table = refreshed(this::load);
    failure = new UncheckedIOException(new IOException("away"));

    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> table.get("team"));
    failure = null;
    store.put("team", FieldValue.of("web"));
    assertThat(table.get("team")).contains(FieldValue.of("web"));
  }

  @Test
  void contentThatCannotBeReadAgainStaysWithOneWarningForEachAttempt() {
    store.put("team", FieldValue.of("web"));
    LookupTable table = refreshed(this::load);
    table.get("team");
    failure = new UncheckedIOException(new IOException("{\"team\": \"secret\"}"));

    try (Warnings warnings = Warnings.of(RefreshedTable.class)) {
      clock.advance(AGE);
      assertThat(table.get("team")).contains(FieldValue.of("web"));
      assertThat(table.get("team")).contains(FieldValue.of("web"));
      assertThat(warnings.messages()).hasSize(1);
      assertThat(warnings.messages().get(0))
          .contains("owners", "PT10M", "UncheckedIOException by java.io.IOException")
          .doesNotContain("secret");
      clock.advance(AGE);
      table.get("team");
      assertThat(warnings.messages()).hasSize(2);
    }
    failure = null;
    store.put("team", FieldValue.of("db"));
    clock.advance(AGE);
    assertThat(table.get("team")).contains(FieldValue.of("db"));
  }

  @Test
  void warningHasTheProblemsOfAConfiguration() {
    LookupTable table = refreshed(this::load);
    table.get("team");
    failure = new ConfigException(Problem.in("owners.json", "is not JSON"));

    try (Warnings warnings = Warnings.of(RefreshedTable.class)) {
      clock.advance(AGE);
      table.get("team");
      assertThat(warnings.messages())
          .singleElement()
          .asString()
          .contains("owners.json: is not JSON");
    }
  }

  @Test
  void othersAreAnsweredWhileOneThreadReads() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    store.put("team", FieldValue.of("web"));
    LookupTable table = refreshed(() -> {
      if (loads > 0) {
        reading.countDown();
        await(goOn);
      }
      return load();
    });
    table.get("team");
    clock.advance(AGE);

    CompletableFuture<?> reader = CompletableFuture.supplyAsync(() -> table.get("team"));
    await(reading);
    assertThat(table.get("team")).contains(FieldValue.of("web"));
    assertThat(loads).isEqualTo(1);
    goOn.countDown();
    reader.get(30, TimeUnit.SECONDS);
    assertThat(loads).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void ageIsPositive() {
    assertThat(List.of(Duration.ZERO, Duration.ofMillis(-1)))
        .allSatisfy(age -> assertThatIllegalArgumentException()
            .isThrownBy(() -> LookupTable.refreshed("owners", this::load, age, clock))
            .withMessageContaining("owners"));
  }
}
