package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps alerts, dead letters, checkpoints of feeds and counters durably. Implemented by runtimes
 * over a database.
 *
 * <p><b>All or nothing.</b> Each method takes effect as a whole or not at all, and what it did is
 * durable when it returns. If the database does not answer, a method throws {@link
 * java.io.UncheckedIOException}, and it is open whether it took effect. The caller may then repeat
 * it, except for {@link #commit}: counters would grow twice, so the feed goes back to its stored
 * checkpoint instead.
 *
 * <p><b>Known ids.</b> An alert is stored only if its id was never seen; the first content wins for
 * ever, and a later alert of the same id changes nothing, whatever it holds. An id stays known for
 * at least {@link Settings#identityRetention()} after its commit, also when
 * the alert itself has been purged, so that input that is delivered again raises nothing again.
 *
 * <p><b>Leases.</b> From {@link #claimDue} or {@link #claimToMerge} to {@link #settle}, {@link
 * #release}, {@link #hold} or {@link #merge} an alert is under a claim. Until its lease ends no
 * other call of these two returns it, in no thread and no process; afterwards it can be claimed
 * again, and with that the first claim is no longer held. So the merger and the processor never
 * work on one alert together, and a process that dies holds no alert for longer than its lease.
 *
 * <p><b>Merging.</b> An alert with merging enabled is given out by {@link #claimDue} until there is
 * nothing to send of it on its own. It is then {@linkplain #hold held}, and from then on {@link
 * #claimToMerge} alone gives it out, so that nobody takes it while its group is put together.
 *
 * <p><b>Concurrency.</b> Implementations must be safe for use by many threads and, where the
 * database is shared, many processes. Calls behave as if they came one after the other.
 */
public interface AlertStore {

  /**
   * A store that keeps everything in the memory of this process, for tests and for programs that
   * need not survive their end. Nothing reads dead letters and the end of the history, so it does
   * not keep these.
   *
   * @param clock the store's own clock
   * @param settings how long ids stay known
   * @return an empty store
   */
  static AlertStore inMemory(Clock clock, Settings settings) {
    return new InMemoryAlertStore(clock, settings.identityRetention());
  }

  /**
   * Stores the outcome of one batch: its new alerts, its dead letters, the checkpoints of the feeds
   * it came from, the increments of the counters and the end of the history written so far. A
   * reader sees all of it or none of it.
   *
   * <p>An alert whose id is known is left out; this is no error. Each other alert becomes {@link
   * StoredAlert.State#OPEN}, due at {@link Alert#created()}; the creation time is the one of this
   * first commit for ever. If an alert has no outputs, it is {@link StoredAlert.State#DELIVERED} at
   * once. Dead letters, checkpoints and counters are stored even if all alerts were known.
   *
   * @param batch what to store
   * @return the number of the commit, and which alerts were stored and which were known
   * @throws java.io.UncheckedIOException if the database does not answer; the input must not be
   *     acknowledged then
   */
  Receipt commit(Commit batch);

  /**
   * Puts alerts under a claim: those that are {@link StoredAlert.State#OPEN}, whose {@link
   * StoredAlert#nextAttempt()} is not after {@code now}, and that are under no claim whose lease
   * goes on. Those that are due for longest come first.
   *
   * @param now the present time
   * @param lease how long the claims last; positive, and longer than the work on an alert takes
   * @param max the greatest number of claims, from 1
   * @return the claims; empty if nothing is due
   * @throws IllegalArgumentException if the lease is not positive or the number is less than 1
   */
  List<Claim> claimDue(Instant now, Duration lease, int max);

  /**
   * Names the rules for which {@link #claimToMerge} has work: those with an alert whose {@link
   * StoredAlert#mergeDue()} is not after {@code now}, under no claim whose lease goes on.
   *
   * @param now the present time
   * @return the names in their order as texts; unmodifiable
   */
  Set<String> rulesToMerge(Instant now);

  /**
   * Puts the alerts of one rule that wait to be merged under a claim, whether they are due or not,
   * so that whole groups are taken together: those that have a {@link StoredAlert#mergeDue()}, and
   * that are under no claim whose lease goes on. The oldest come first, by creation and then by id.
   *
   * @param rule the rule's name
   * @param now the present time
   * @param lease how long the claims last; positive, and longer than the work on the rule takes
   * @param max the greatest number of claims, from 1
   * @return the claims; empty if no alert of the rule waits without a claim
   * @throws IllegalArgumentException if the lease is not positive or the number is less than 1
   */
  List<Claim> claimToMerge(String rule, Instant now, Duration lease, int max);

  /**
   * Ends a claim and stores what came of the attempts made under it, as {@link StoredAlert#settled}
   * says, with the store's own clock. Outputs that are missing from the results stay as they were. A
   * {@link Delivery.Delivered} with a group files its reference for {@link #reference}.
   *
   * <p>If the claim is no longer held, or the alert changed state meanwhile, another claim goes on
   * and nothing is stored but the outputs that were delivered, since outputs sent only ever grow.
   * This is no error.
   *
   * @param claim the claim
   * @param results what came of each attempt, by output
   * @throws IllegalArgumentException if an output does not belong to the alert
   */
  void settle(Claim claim, Map<OutputId, Delivery> results);

  /**
   * Ends a claim under which nothing was attempted. No attempt is counted; the alert is not due
   * before the given time, as {@link StoredAlert#notBefore} says. If the claim is no longer held,
   * nothing happens; this is no error.
   *
   * @param claim the claim
   * @param notBefore the earliest time at which the alert is due again; a time that has passed gives
   *     it back at once
   */
  void release(Claim claim, Instant notBefore);

  /**
   * Ends a claim on an alert that waits for others of its merge group. No attempt is counted; the
   * alert is held, as {@link StoredAlert#held} says: {@link #claimDue} does not give it out, {@link
   * #claimToMerge} does, and {@link #rulesToMerge} names its rule once the given time has come. If
   * the claim is no longer held or the alert no longer open, nothing is stored; this is no error.
   *
   * @param claim the claim
   * @param until when the group has to be looked at again; a time that has passed if at once
   * @throws IllegalArgumentException if the alert has no merging enabled
   */
  void hold(Claim claim, Instant until);

  /**
   * Replaces several alerts by one: stores the merged alert as {@link #commit} does, turns every
   * part into {@link StoredAlert.State#MERGED} with {@link StoredAlert#mergedInto()}, and ends the
   * claims. Parts are not removed, and a part belongs to one merged alert for ever. To repeat the
   * call with the same arguments after it succeeded does nothing and answers true.
   *
   * <p>The claims make sure that nobody delivers a part while it is merged. Where the answer is
   * false, those that are still held go on: the caller gives them back and starts afresh. The ids of
   * the parts stay known for at least as long as that of the merged alert, so that its id, which
   * follows from that of a part, never meets itself.
   *
   * @param merged the new alert
   * @param parts claims on the alerts it stands for; not empty, no two on one alert, none on the
   *     merged alert itself
   * @return true if the alerts are merged; false, and nothing changed, if a claim is no longer held
   *     or its alert no longer open
   * @throws IllegalArgumentException if there is no part, two are the same alert or the merged alert
   *     is one of them; or if its id is known though the parts are not merged into it, as they would
   *     be lost
   */
  boolean merge(Alert merged, List<Claim> parts);

  /**
   * Lets parked outputs of an alert be sent to again, for an operator who mended what made them
   * reject it. They are due at once, as {@link StoredAlert#requeued} says, with the store's own
   * clock. A claim on the alert goes on.
   *
   * @param id the alert
   * @param outputs the outputs; those that are not parked stay as they are
   * @return how many outputs are to be sent to again; 0 if the alert is unknown, merged or muted
   */
  int requeue(AlertId id, Set<OutputId> outputs);

  /**
   * Finds what an output made of earlier alerts of a group, for {@link
   * io.streamalert.output.DeliveryRequest#previousReference}.
   *
   * @param output the output
   * @param group the group
   * @return the newest reference that was settled for this output with this group, kept for at least
   *     as long as the alert that it came from; empty if there is none
   */
  Optional<String> reference(OutputId output, String group);

  /**
   * How far a feed has come, from where it goes on after a restart.
   *
   * @param feed the name of the feed
   * @return the checkpoint of its newest commit; empty if there was none
   */
  Optional<String> checkpoint(String feed);

  /**
   * The counters.
   *
   * @return the sum of all committed increments by name, all as of one commit; unmodifiable
   */
  Map<String, Long> counters();

  /**
   * Finds one alert in any state.
   *
   * @param id the id
   * @return the alert as it is now; empty if it was never stored or has been purged
   */
  Optional<StoredAlert> find(AlertId id);

  /**
   * Removes finished alerts: those that are {@link StoredAlert.State#DELIVERED}, {@link
   * StoredAlert.State#MUTED} or {@link StoredAlert.State#MERGED} and were committed and last
   * changed before the given time. A merged one goes no earlier than the alert it went into; open
   * and parked ones stay. Ids stay known.
   *
   * @param olderThan the time
   * @return how many alerts were removed
   */
  int purgeFinished(Instant olderThan);
}
