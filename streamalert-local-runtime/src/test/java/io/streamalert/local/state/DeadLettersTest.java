package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.classify.DeadLetter;
import io.streamalert.delivery.Commit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.RawLog;
import io.streamalert.record.RecordId;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

  private static final FieldValue ELEMENT = FieldValue.parse("{\"a\":1.50}");

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path folder;

  private StateFile file;
  private DeadLetters letters;

  @BeforeEach
  void open() {
    file = StateFile.open(folder);
    letters = new DeadLetters(file);
  }

  @AfterEach
  void close() {
    file.close();
  }

  private void commit(DeadLetter... added) {
    new SqliteAlertStore(file, clock, Settings.defaults())
        .commit(Commit.builder().deadLetters(List.of(added)).build());
  }

  private StoredLetter stored(DeadLetter letter) {
    commit(letter);
    List<StoredLetter> all = letters.list(0, 100);
    return all.get(all.size() - 1);
  }

  @Test
  void lettersComeBackWhole() {
    RawLog bytes =
        RawLog.of(Made.log("").source(), Made.log("").position(), new byte[] {0, -1, 'a'});
    for (DeadLetter letter : List.of(
        Made.letter("no json ü"),
        DeadLetter.of(bytes, "not UTF-8"),
        DeadLetter.of(Made.log("x").withFirstOrdinal(3), "a piece"),
        DeadLetter.of(Made.log("x"), 4, ELEMENT, "an element"),
        DeadLetter.of(Made.log("x").withFirstOrdinal(3), 3 + (1L << 40), ELEMENT, "of a piece"))) {
      DeadLetter found = stored(letter).letter();

      assertThat(found.toJson()).isEqualTo(letter.toJson());
      assertThat(found.payload()).isEqualTo(letter.payload());
      assertThat(found.position()).isEqualTo(letter.position());
      assertThat(found.id()).isEqualTo(letter.id());
      assertThat(found.isPiece()).isEqualTo(letter.isPiece());
    }
  }

  @Test
  void whatIsClassifiedAgainHasTheIdsThatItWouldHaveHad() {
    RawLog log = Made.log("x");
    RawLog piece = log.withFirstOrdinal(0);

    assertThat(stored(DeadLetter.of(log, "")).rawLog().ordinal(2)).isEqualTo(log.ordinal(2));
    assertThat(stored(DeadLetter.of(piece, "")).rawLog().ordinal(2)).isEqualTo(piece.ordinal(2));
    RawLog element = stored(DeadLetter.of(log, 4, ELEMENT, "")).rawLog();
    assertThat(element.text()).contains(ELEMENT.toJson());
    assertThat(idOf(element)).isEqualTo(RecordId.of(log.position(), 4));
    DeadLetter second = DeadLetter.of(piece, piece.ordinal(1), ELEMENT, "");
    assertThat(idOf(stored(second).rawLog()))
        .isEqualTo(idOf(stored(second).rawLog()))
        .isNotEqualTo(idOf(log));
  }

  private static RecordId idOf(RawLog log) {
    return RecordId.of(log.position(), log.ordinal(0));
  }

  @Test
  void lettersAreListedInPartsAndRemoved() {
    commit(Made.letter("a"), Made.letter("b"));
    clock.advance(Duration.ofHours(1));
    commit(Made.letter("c"));
    List<StoredLetter> first = letters.list(0, 2);
    List<StoredLetter> rest = letters.list(first.get(1).number(), 2);

    assertThat(first).extracting(StoredLetter::commitNumber).containsExactly(1L, 1L);
    assertThat(first).extracting(StoredLetter::stored).containsOnly(Made.NOON);
    assertThat(rest).hasSize(1);
    assertThat(letters.remove(List.of(first.get(0).number(), 99L))).isOne();
    assertThat(letters.count()).isEqualTo(2);
    assertThat(letters.removeOlder(clock.instant())).isOne();
    assertThat(letters.list(0, 10))
        .extracting(StoredLetter::number)
        .containsExactly(rest.get(0).number());
    assertThatIllegalArgumentException().isThrownBy(() -> letters.list(0, 0));
  }

  @Test
  void numbersAreNotUsedAgain() {
    StoredLetter gone = stored(Made.letter("secret"));
    letters.remove(List.of(gone.number()));

    assertThat(stored(Made.letter("b")).number()).isGreaterThan(gone.number());
    assertThat(gone.toString()).doesNotContain("secret").contains("no schema");
  }
}
