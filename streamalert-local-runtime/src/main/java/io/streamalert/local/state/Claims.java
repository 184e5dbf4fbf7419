package io.streamalert.local.state;

import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes and ends claims, within one transaction. */
record Claims(Session session) {

  static void check(Duration lease, int max) {
    if (lease.isNegative() || lease.isZero() || max < 1) {
      throw new IllegalArgumentException("A lease must be positive and the number of claims at"
          + " least 1, but they are " + lease + " and " + max);
    }
  }

  static void checkOutputs(Claim claim, Set<OutputId> outputs) {
    Set<OutputId> foreign = new HashSet<>(outputs);
    foreign.removeAll(claim.alert().alert().outputs());
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          "Alert " + idOf(claim) + " has no output " + foreign.iterator().next());
    }
  }

  static AlertId idOf(Claim claim) {
    return claim.alert().alert().id();
  }

  List<Claim> make(List<AlertRow> rows, Instant leaseUntil) throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    long token = session.number("SELECT claims FROM head");
    session.update("UPDATE head SET claims = claims + ?", rows.size());
    List<Claim> claims = new ArrayList<>(rows.size());
    for (AlertRow row : rows) {
      token++;
      new AlertTable(session).claim(row, token, leaseUntil);
      claims.add(Claim.of(row.stored(), Long.toString(token), leaseUntil));
    }
    return List.copyOf(claims);
  }

  /** Ends a claim that is still held, and stores the alert as the change leaves it. */
  void end(Claim claim, Instant now, Function<AlertRow, StoredAlert> change) throws SQLException {
    AlertTable alerts = new AlertTable(session);
    Optional<AlertRow> row = alerts.find(idOf(claim)).filter(each -> each.isUnder(claim));
    if (row.isPresent()) {
      alerts.change(row.get(), now, stored -> change.apply(row.get()));
      alerts.endClaim(row.get());
    }
  }

  void settle(Claim claim, Map<OutputId, Delivery> results, Instant now) throws SQLException {
    AlertTable alerts = new AlertTable(session);
    Optional<AlertRow> found = alerts.find(idOf(claim));
    if (found.isEmpty()) {
      return;
    }
    AlertRow row = found.get();
    boolean held = row.isUnder(claim) && row.isOpen();
    Map<OutputId, Delivery> counted = held ? results : delivered(results);
    alerts.change(row, now, stored -> stored.settled(counted, now));
    if (row.isUnder(claim)) {
      alerts.endClaim(row);
    }
    file(row.id(), results);
  }

  private static Map<OutputId, Delivery> delivered(Map<OutputId, Delivery> results) {
    Map<OutputId, Delivery> delivered = new LinkedHashMap<>(results);
    delivered.values().removeIf(each -> !(each instanceof Delivered));
    return delivered;
  }

  private void file(AlertId alert, Map<OutputId, Delivery> results) throws SQLException {
    for (Map.Entry<OutputId, Delivery> each : results.entrySet()) {
      if (each.getValue() instanceof Delivered delivered && delivered.group().isPresent()) {
        session.update(
            "INSERT INTO reference (output, grouping, reference, alert) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (output, grouping) DO UPDATE"
                + " SET reference = excluded.reference, alert = excluded.alert",
            each.getKey().toString(),
            delivered.group().get(),
            delivered.reference().orElseThrow(),
            Ids.bytes(alert));
      }
    }
  }
}
