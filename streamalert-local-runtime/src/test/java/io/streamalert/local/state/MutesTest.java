package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.alert.Alert;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutesTest {

  private static final Instant LATER = Made.NOON.plusSeconds(60);
  private static final FieldPath USER = FieldPath.of("who", "user.name");

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path folder;

  private StateFile file;
  private SqliteAlertStore store;
  private Mutes mutes;

  @BeforeEach
  void open() {
    file = StateFile.open(folder);
    store = new SqliteAlertStore(file, clock, Settings.defaults());
    mutes = new Mutes(file, clock);
  }

  @AfterEach
  void close() {
    file.close();
  }

  private State stateOf(String rule, int number, String user) {
    Alert alert = Made.alert(rule, number, "{\"who\":{\"user.name\":\"" + user + "\"}}");
    store.commit(Commit.builder().alerts(List.of(alert)).build());
    return store.find(alert.id()).orElseThrow().state();
  }

  @Test
  void alertsOfAMutedRuleAreKeptAndNotSent() {
    Mute mute = mutes.add("loud", LATER, "known");

    assertThat(stateOf("loud", 1, "ann")).isEqualTo(State.MUTED);
    assertThat(stateOf("other", 2, "ann")).isEqualTo(State.OPEN);
    assertThat(store.claimDue(clock.instant(), Duration.ofMinutes(1), 10)).hasSize(1);
    clock.set(LATER);
    assertThat(stateOf("loud", 3, "ann")).as("after its end").isEqualTo(State.OPEN);
    assertThat(mutes.list()).containsExactly(mute);
    assertThat(mutes.removeEnded()).isOne();
    assertThat(mutes.list()).isEmpty();
  }

  @Test
  void aPartOfARuleCanBeMuted() {
    mutes.add("loud", USER, FieldValue.of("scanner"), LATER, "");

    assertThat(stateOf("loud", 1, "scanner")).isEqualTo(State.MUTED);
    assertThat(stateOf("loud", 2, "ann")).isEqualTo(State.OPEN);
  }

  @Test
  void mutesAreThereAfterARestartAndEndWhenRemoved() {
    Mute part = mutes.add("loud", USER, FieldValue.parse("[1.50,null]"), LATER, "note");
    Mute all = mutes.add("loud", LATER, "");
    close();
    open();

    assertThat(mutes.list()).containsExactly(part, all);
    assertThat(part.created()).isEqualTo(Made.NOON);
    assertThat(part).hasToString("Mute[1, loud, who.user.name, until " + LATER + "]");
    assertThat(mutes.remove(all.number())).isTrue();
    assertThat(mutes.remove(all.number())).isFalse();
    assertThat(stateOf("loud", 1, "ann")).isEqualTo(State.OPEN);
  }

  @Test
  void muteNeedsARuleAValueAndAnEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> mutes.add(" ", LATER, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> mutes.add("loud", Made.NOON, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mutes.add("loud", FieldPath.of(), FieldValue.of(1), LATER, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mutes.add("loud", USER, FieldValue.missing(), LATER, ""));
  }
}
