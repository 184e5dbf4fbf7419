package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.delivery.Claim;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Replaces several alerts by one, within one transaction. */
record Merging(Session session, Committer committer, KnownTable known) {

  boolean merge(Alert merged, List<Claim> parts) throws SQLException {
    check(merged.id(), parts);
    List<Optional<AlertRow>> rows = new ArrayList<>();
    for (Claim part : parts) {
      rows.add(new AlertTable(session).find(Claims.idOf(part)));
    }
    if (rows.stream().allMatch(row -> isMergedInto(row, merged.id()))) {
      return true;
    }
    for (int i = 0; i < rows.size(); i++) {
      Claim part = parts.get(i);
      if (rows.get(i).filter(row -> row.isUnder(part) && row.isOpen()).isEmpty()) {
        return false;
      }
    }
    replace(merged, rows.stream().map(Optional::orElseThrow).toList());
    return true;
  }

  private static void check(AlertId merged, List<Claim> parts) {
    Set<AlertId> ids =
        parts.stream().map(Claims::idOf).collect(Collectors.toCollection(HashSet::new));
    if (parts.isEmpty() || ids.size() < parts.size() || ids.contains(merged)) {
      throw new IllegalArgumentException("Alert " + merged + " needs parts, each another alert and"
          + " none itself, but has " + parts.size() + " claims on " + ids.size() + " alerts");
    }
  }

  private static boolean isMergedInto(Optional<AlertRow> row, AlertId merged) {
    return row.flatMap(each -> each.stored().mergedInto())
        .filter(merged::equals)
        .isPresent();
  }

  private void replace(Alert merged, List<AlertRow> parts) throws SQLException {
    if (!committer.insert(merged)) {
      throw new IllegalArgumentException("Alert " + merged.id() + " is known, but not as the one"
          + " that these alerts are merged into");
    }
    AlertTable alerts = new AlertTable(session);
    for (AlertRow part : parts) {
      alerts.change(part, known.now(), stored -> stored.merged(merged.id()));
      alerts.endClaim(part);
      known.renew(part.id());
    }
  }
}
