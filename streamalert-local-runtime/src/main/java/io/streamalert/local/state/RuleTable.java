package io.streamalert.local.state;

import io.streamalert.rule.RuleStaging;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules that the program has, and which of them are staged: a new rule is, for {@link
 * #STAGING_TIME}, until somebody ends that. Thread-safe.
 */
public final class RuleTable implements RuleStaging {

  /** How long a rule is to be staged: two days. */
  public static final Duration STAGING_TIME = Duration.ofDays(2);

  private final Database database;
  private final Clock clock;

  /**
   * The rules in an open file.
   *
   * @param file the file
   * @param clock tells when a rule came or was staged
   */
  public RuleTable(StateFile file, Clock clock) {
    this.database = file.database();
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Asks the file each time; only alerts ask, and a change counts at once. */
  @Override
  public boolean isStaged(String rule) {
    return database
        .read(session ->
            session.first("SELECT 1 FROM rule WHERE name = ? AND staged = 1", row -> true, rule))
        .isPresent();
  }

  /**
   * All rules.
   *
   * @return the rules in the order of their names; unmodifiable
   */
  public List<RuleStage> list() {
    return List.copyOf(database.read(session ->
        session.list("SELECT " + RuleStage.COLUMNS + " FROM rule ORDER BY name", RuleStage::read)));
  }

  /**
   * Tells which rules the program has. New ones are added, and staged, unless there was none before;
   * those that are missing are forgotten. A rule that had another name before keeps what is known
   * of it.
   *
   * @param rules the rules
   * @param stageNew false if new rules are not to be staged
   * @return what was new, changed or gone
   */
  public RuleSync sync(Collection<PresentRule> rules, boolean stageNew) {
    List<PresentRule> present = List.copyOf(rules);
    Instant now = clock.instant();
    return database.write(session -> new RuleSyncing(session, now).sync(present, stageNew));
  }

  /**
   * Stages a rule. Of one that is staged the time begins anew.
   *
   * @param rule the name of the rule
   * @return false if there is no such rule
   */
  public boolean stage(String rule) {
    Instant now = clock.instant();
    return database.write(session -> stage(session, rule, now));
  }

  static boolean stage(Session session, String rule, Instant now) throws SQLException {
    int found = session.update(
        "UPDATE rule SET staged = 1, staged_at = ?, staged_until = ? WHERE name = ?",
        Times.nanos(now),
        Times.nanos(now.plus(STAGING_TIME)),
        rule);
    return found > 0;
  }

  /**
   * Ends the staging of a rule; when it was staged stays known.
   *
   * @param rule the name of the rule
   * @return false if there is no such rule
   */
  public boolean unstage(String rule) {
    return database.write(
        session -> session.update("UPDATE rule SET staged = 0 WHERE name = ?", rule) > 0);
  }

  /**
   * One rule.
   *
   * @param rule its name
   * @return what is known of it; empty if there is no such rule
   */
  public Optional<RuleStage> find(String rule) {
    return database.read(session -> session.first(
        "SELECT " + RuleStage.COLUMNS + " FROM rule WHERE name = ?", RuleStage::read, rule));
  }
}
