package io.streamalert.local.state;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the rows of rules to what the program has, within one transaction. */
record RuleSyncing(Session session, Instant now) {

  RuleSync sync(List<PresentRule> rules, boolean stageNew) throws SQLException {
    Map<String, String> stored =
        session.map("SELECT name, fingerprint FROM rule", row -> row.getString(2));
    boolean stage = stageNew && !stored.isEmpty();
    Set<String> names = new HashSet<>();
    rules.forEach(rule -> names.add(rule.name()));
    Set<String> added = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (PresentRule rule : rules) {
      if (!stored.containsKey(rule.name()) && !rename(rule, stored, names)) {
        add(rule, stage);
        added.add(rule.name());
      } else if (change(rule)) {
        changed.add(rule.name());
      }
    }
    stored.keySet().removeAll(names);
    for (String gone : stored.keySet()) {
      session.update("DELETE FROM rule WHERE name = ?", gone);
    }
    return new RuleSync(added, changed, stored.keySet());
  }

  /** Takes over the row of a former name that no rule has any more. */
  private boolean rename(PresentRule rule, Map<String, String> stored, Set<String> names)
      throws SQLException {
    for (String former : rule.formerly()) {
      if (stored.containsKey(former) && !names.contains(former)) {
        session.update("UPDATE rule SET name = ? WHERE name = ?", rule.name(), former);
        stored.remove(former);
        return true;
      }
    }
    return false;
  }

  private void add(PresentRule rule, boolean stage) throws SQLException {
    session.update(
        "INSERT INTO rule (name, fingerprint, first_seen, staged) VALUES (?, ?, ?, 0)",
        rule.name(),
        rule.fingerprint(),
        Times.nanos(now));
    if (stage) {
      RuleTable.stage(session, rule.name(), now);
    }
  }

  private boolean change(PresentRule rule) throws SQLException {
    int changed = session.update(
        "UPDATE rule SET fingerprint = ? WHERE name = ? AND fingerprint <> ?",
        rule.fingerprint(),
        rule.name(),
        rule.fingerprint());
    return changed > 0;
  }
}
