package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.AlertStore;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.Receipt;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.output.Delivery;
import io.streamalert.settings.Settings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Keeps alerts, dead letters, checkpoints and counters in a {@link StateFile}. Beyond what {@link
 * AlertStore} says, it stores the outcome of several batches in one step, leaves out batches that
 * were sent before, and makes alerts that one of the {@link Mutes} covers {@link
 * StoredAlert.State#MUTED}. Thread-safe.
 */
public final class SqliteAlertStore implements AlertStore {

  private final Database database;
  private final Clock clock;
  private final Duration retention;

  /**
   * A store in an open file. There may be several; they see the same.
   *
   * @param file the file
   * @param clock the store's own clock
   * @param settings how long ids and keys stay known
   */
  public SqliteAlertStore(StateFile file, Clock clock, Settings settings) {
    this.database = file.database();
    this.clock = Objects.requireNonNull(clock, "clock");
    this.retention = settings.identityRetention();
  }

  @Override
  public Receipt commit(Commit batch) {
    return commit(List.of(BatchCommit.of(batch))).get(0).receipt();
  }

  /**
   * Stores the outcome of several batches in one step, each as {@link #commit(Commit)} does and in
   * their order. A batch whose key is known is left out with everything in it: a key is known for
   * {@link Settings#identityRetention()} after the commit of its batch, also to later batches of the
   * same call.
   *
   * @param batches what to store; may be empty
   * @return one receipt for each batch, in their order; unmodifiable
   * @throws java.io.UncheckedIOException if the database does not answer; the input of none of them
   *     must be acknowledged then
   */
  public List<BatchReceipt> commit(List<BatchCommit> batches) {
    List<BatchCommit> all = List.copyOf(batches);
    return database.write(session -> committer(session).commit(all));
  }

  private Committer committer(Session session) throws SQLException {
    KnownTable known = known(session);
    return new Committer(session, known, new MuteTable(session).active(known.now()));
  }

  private KnownTable known(Session session) {
    return new KnownTable(session, clock.instant(), retention);
  }

  /**
   * How many commits there were.
   *
   * @return the number of the newest commit; 0 before the first
   */
  public long commits() {
    return database.read(session -> session.number("SELECT commits FROM head"));
  }

  /**
   * Whether a batch of this key was stored, so that its raw logs need not be looked at again.
   *
   * @param feed the name of the feed
   * @param key the key
   * @return the number of the commit that holds it; empty if the key is not known
   */
  public OptionalLong commitOf(String feed, String key) {
    return database.read(session -> known(session).request(KnownTable.request(feed, key)));
  }

  @Override
  public List<Claim> claimDue(Instant now, Duration lease, int max) {
    Claims.check(lease, max);
    return database.write(session ->
        new Claims(session).make(new AlertTable(session).due(now, max), now.plus(lease)));
  }

  @Override
  public Set<String> rulesToMerge(Instant now) {
    return Collections.unmodifiableSet(
        database.read(session -> new AlertTable(session).rulesToMerge(now)));
  }

  @Override
  public List<Claim> claimToMerge(String rule, Instant now, Duration lease, int max) {
    Claims.check(lease, max);
    Objects.requireNonNull(rule, "rule");
    return database.write(session ->
        new Claims(session).make(new AlertTable(session).toMerge(rule, now, max), now.plus(lease)));
  }

  @Override
  public void settle(Claim claim, Map<OutputId, Delivery> results) {
    Claims.checkOutputs(claim, results.keySet());
    inClaims(claims -> claims.settle(claim, results, clock.instant()));
  }

  @Override
  public void release(Claim claim, Instant notBefore) {
    inClaims(
        claims -> claims.end(claim, clock.instant(), row -> row.stored().notBefore(notBefore)));
  }

  @Override
  public void hold(Claim claim, Instant until) {
    Alert alert = claim.alert().alert();
    if (!alert.mergePolicy().isEnabled()) {
      throw new IllegalArgumentException(
          "Alert " + alert.id() + " has no merging enabled, it cannot be held");
    }
    inClaims(claims -> claims.end(
        claim, clock.instant(), row -> row.isOpen() ? row.stored().held(until) : row.stored()));
  }

  private interface ClaimsWork {

    void on(Claims claims) throws SQLException;
  }

  private void inClaims(ClaimsWork work) {
    database.write(session -> {
      work.on(new Claims(session));
      return this;
    });
  }

  @Override
  public boolean merge(Alert merged, List<Claim> parts) {
    return database.write(
        session -> new Merging(session, committer(session), known(session)).merge(merged, parts));
  }

  @Override
  public int requeue(AlertId id, Set<OutputId> outputs) {
    Instant now = clock.instant();
    return database.write(session -> {
      AlertTable alerts = new AlertTable(session);
      Optional<AlertRow> row = alerts.find(id);
      if (row.isEmpty()) {
        return 0;
      }
      StoredAlert next = alerts.change(row.get(), now, stored -> stored.requeued(outputs, now));
      return next.outputsPending().size() - row.get().stored().outputsPending().size();
    });
  }

  @Override
  public Optional<String> reference(OutputId output, String group) {
    return database.read(session -> session.first(
        "SELECT reference FROM reference WHERE output = ? AND grouping = ?",
        row -> row.getString(1),
        output.toString(),
        group));
  }

  @Override
  public Optional<String> checkpoint(String feed) {
    return database.read(session -> session.first(
        "SELECT value FROM checkpoint WHERE feed = ?", row -> row.getString(1), feed));
  }

  @Override
  public Map<String, Long> counters() {
    return Collections.unmodifiableMap(database.read(session ->
        session.map("SELECT name, value FROM counter ORDER BY name", row -> row.getLong(2))));
  }

  /**
   * Up to where the history belongs to committed batches.
   *
   * @return the place that the newest commit with an end told; empty if there was none
   */
  public Optional<HistoryEnd> historyEnd() {
    return database.read(session -> session.first(
        "SELECT ifnull(segment, 0), history_end FROM head WHERE history_end IS NOT NULL",
        row -> new HistoryEnd(row.getLong(1), row.getLong(2))));
  }

  @Override
  public Optional<StoredAlert> find(AlertId id) {
    return database.read(session -> new AlertTable(session).find(id)).map(AlertRow::stored);
  }

  @Override
  public int purgeFinished(Instant olderThan) {
    return database.write(session -> new AlertTable(session).purge(olderThan));
  }
}
