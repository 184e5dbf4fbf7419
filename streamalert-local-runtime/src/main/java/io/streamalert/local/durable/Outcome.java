package io.streamalert.local.durable;

import io.streamalert.Evaluation;
import io.streamalert.Run;
import io.streamalert.delivery.Commit;
import io.streamalert.event.BatchSummary;
import io.streamalert.feed.FeedBatch;
import io.streamalert.local.journal.Block;
import io.streamalert.local.journal.BlockBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a worker made of a batch, before it is stored.
 *
 * @param parts what to store beside the records; belongs to who stores it
 * @param block the records; empty if there are none, or no journal is kept
 */
record Outcome(Commit.Builder parts, Optional<Block> block) {

  private static final String RAW_LOGS = "raw_logs";
  private static final String CLASSIFIED = "classified";
  private static final String DEAD_LETTERS = "dead_letters";

  static Outcome of(String feed, FeedBatch batch, Run run, Optional<Block> block) {
    Commit.Builder commit = Commit.builder()
        .alerts(run.alerts())
        .deadLetters(run.deadLetters())
        .deadLetters(batch.refused());
    batch.checkpoint().ifPresent(place -> commit.checkpoint(feed, place));
    count(commit, batch, run.summary());
    return new Outcome(commit, block);
  }

  /** A part that was refused is a raw log that became a dead letter. */
  private static void count(Commit.Builder commit, FeedBatch batch, BatchSummary summary) {
    long refused = batch.refused().size();
    commit.counter(RAW_LOGS, summary.rawLogs() + refused);
    commit.counter(CLASSIFIED, summary.classified());
    commit.counter(DEAD_LETTERS, summary.deadLetters() + refused);
    commit.counter("rejected_records", summary.rejectedRecords());
    commit.counter("records", summary.records());
    commit.counter("blank_lines", batch.blankLines());
    commit.counter("rule_failures", summary.ruleFailures());
    commit.counter("bytes", summary.bytes());
  }

  static Optional<Block> block(Run run, BlockBuilder builder, Instant now) {
    for (Evaluation evaluation : run.evaluations()) {
      builder.add(evaluation.record(), now);
    }
    return run.evaluations().isEmpty() ? Optional.empty() : Optional.of(builder.build());
  }
}
