package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.Receipt;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.delivery.StoredAlert.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Stores the outcome of batches, within one transaction. */
record Committer(Session session, KnownTable known, List<Mute> mutes) {

  List<BatchReceipt> commit(List<BatchCommit> batches) throws SQLException {
    known.forgetOld();
    List<BatchReceipt> receipts = new ArrayList<>(batches.size());
    for (BatchCommit batch : batches) {
      receipts.add(commit(batch));
    }
    return List.copyOf(receipts);
  }

  private BatchReceipt commit(BatchCommit batch) throws SQLException {
    OptionalLong earlier =
        batch.key().isPresent() ? known.request(batch.key().get()) : OptionalLong.empty();
    if (earlier.isPresent()) {
      return BatchReceipt.repeatedFrom(earlier.getAsLong());
    }
    session.update("UPDATE head SET commits = commits + 1");
    long number = session.number("SELECT commits FROM head");
    if (batch.key().isPresent()) {
      known.addRequest(batch.key().get(), number);
    }
    Commit outcome = batch.outcome();
    Receipt receipt = insertAll(outcome.alerts(), number);
    new DeadLetterTable(session).insertAll(outcome.deadLetters(), number, known.now());
    storeCheckpoints(outcome.checkpoints());
    grow(outcome.counters());
    storeEnd(batch);
    return new BatchReceipt(receipt, false);
  }

  private Receipt insertAll(List<Alert> alerts, long number) throws SQLException {
    List<AlertId> accepted = new ArrayList<>();
    List<AlertId> leftOut = new ArrayList<>();
    for (Alert alert : alerts) {
      (insert(alert) ? accepted : leftOut).add(alert.id());
    }
    return Receipt.of(number, accepted, leftOut);
  }

  /** Stores one alert; false if its id is known, also as that of a stored alert of any age. */
  boolean insert(Alert alert) throws SQLException {
    return known.add(alert.id()) && new AlertTable(session).insert(fresh(alert), known.now());
  }

  private StoredAlert fresh(Alert alert) {
    return mutes.stream().anyMatch(mute -> mute.covers(alert))
        ? StoredAlert.builder(alert).state(State.MUTED).build()
        : StoredAlert.of(alert);
  }

  private void storeCheckpoints(Map<String, String> checkpoints) throws SQLException {
    for (Map.Entry<String, String> each : checkpoints.entrySet()) {
      session.update(
          "INSERT INTO checkpoint (feed, value) VALUES (?, ?)"
              + " ON CONFLICT (feed) DO UPDATE SET value = excluded.value",
          each.getKey(),
          each.getValue());
      session.update("DELETE FROM attempt WHERE feed = ?", each.getKey());
    }
  }

  private void grow(Map<String, Long> counters) throws SQLException {
    for (Map.Entry<String, Long> each : counters.entrySet()) {
      long before = session
          .first("SELECT value FROM counter WHERE name = ?", row -> row.getLong(1), each.getKey())
          .orElse(0L);
      session.update(
          "INSERT INTO counter (name, value) VALUES (?, ?)"
              + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          each.getKey(),
          Math.addExact(before, each.getValue()));
    }
  }

  private void storeEnd(BatchCommit batch) throws SQLException {
    OptionalLong end = batch.outcome().historyEnd();
    if (end.isPresent()) {
      session.update("UPDATE head SET history_end = ?", end.getAsLong());
    }
    if (batch.segment().isPresent()) {
      session.update("UPDATE head SET segment = ?", batch.segment().getAsLong());
    }
  }
}
