package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTableTest {

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path folder;

  private StateFile file;
  private RuleTable rules;

  @BeforeEach
  void open() {
    file = StateFile.open(folder);
    rules = new RuleTable(file, clock);
  }

  @AfterEach
  void close() {
    file.close();
  }

  private static PresentRule rule(String name, String fingerprint, String... formerly) {
    return new PresentRule(name, fingerprint, Set.of(formerly));
  }

  private RuleSync sync(PresentRule... present) {
    return rules.sync(List.of(present), true);
  }

  private RuleStage find(String rule) {
    return rules.find(rule).orElseThrow();
  }

  @Test
  void theFirstRulesAreNotStagedAndLaterOnesAre() {
    assertThat(sync(rule("a", "1"), rule("b", "1")).added()).containsExactly("a", "b");
    assertThat(rules.isStaged("a")).isFalse();
    clock.advance(Duration.ofHours(1));
    RuleSync sync = sync(rule("a", "2"), rule("c", "1"));

    assertThat(sync).isEqualTo(new RuleSync(Set.of("c"), Set.of("a"), Set.of("b")));
    assertThat(rules.list()).extracting(RuleStage::name).containsExactly("a", "c");
    assertThat(rules.isStaged("c")).isTrue();
    assertThat(rules.isStaged("unknown")).isFalse();
    assertThat(find("a").firstSeen()).isEqualTo(Made.NOON);
    assertThat(find("a").fingerprint()).isEqualTo("2");
    assertThat(find("c").firstSeen()).isEqualTo(clock.instant());
    assertThat(find("c").stagedAt()).contains(clock.instant());
    assertThat(find("c").stagedUntil()).contains(clock.instant().plus(RuleTable.STAGING_TIME));
  }

  @Test
  void newRulesNeedNotBeStaged() {
    sync(rule("a", "1"));
    rules.sync(List.of(rule("a", "1"), rule("b", "1")), false);

    assertThat(rules.isStaged("b")).isFalse();
    assertThat(find("b").stagedAt()).isEmpty();
  }

  @Test
  void stagingAgainBeginsAnewAndItsEndKeepsTheTimes() {
    sync(rule("a", "1"));
    assertThat(rules.stage("a")).isTrue();
    clock.advance(Duration.ofHours(5));
    assertThat(rules.stage("a")).isTrue();
    assertThat(find("a").stagedAt()).contains(clock.instant());
    assertThat(rules.unstage("a")).isTrue();

    assertThat(rules.isStaged("a")).isFalse();
    assertThat(find("a").stagedAt()).contains(clock.instant());
    assertThat(rules.stage("unknown")).isFalse();
    assertThat(rules.unstage("unknown")).isFalse();
    assertThat(rules.find("unknown")).isEmpty();
  }

  @Test
  void renamedRuleKeepsItsStaging() {
    sync(rule("old", "1"), rule("other", "1"));
    rules.stage("old");
    clock.advance(Duration.ofHours(1));
    RuleSync sync = sync(rule("new", "1", "old"), rule("third", "1", "other"), rule("other", "1"));

    assertThat(sync).isEqualTo(new RuleSync(Set.of("third"), Set.of(), Set.of()));
    assertThat(rules.isStaged("new")).isTrue();
    assertThat(find("new").firstSeen()).isEqualTo(Made.NOON);
  }

  @Test
  void rulesAreThereAfterARestart() {
    sync(rule("a", "1"));
    rules.stage("a");
    RuleStage before = find("a");
    close();
    open();

    assertThat(find("a")).isEqualTo(before);
    assertThat(sync(rule("a", "1"))).isEqualTo(new RuleSync(Set.of(), Set.of(), Set.of()));
  }
}
