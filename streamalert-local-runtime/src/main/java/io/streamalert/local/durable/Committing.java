package io.streamalert.local.durable;

import io.streamalert.delivery.Commit;
import io.streamalert.feed.FeedReceipt;
import io.streamalert.local.journal.Journal;
import io.streamalert.local.journal.JournalEnd;
import io.streamalert.local.journal.JournalEntry;
import io.streamalert.local.state.BatchCommit;
import io.streamalert.local.state.BatchReceipt;
import io.streamalert.local.state.SqliteAlertStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the outcomes of some batches durable in one step: first their records, then all else, with
 * how far the records count. Used by one thread.
 */
final class Committing {

  private final SqliteAlertStore store;
  private final Optional<Journal> journal;

  Committing(SqliteAlertStore store, Optional<Journal> journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * Stores the outcomes.
   *
   * @param works whose outcomes are there; not empty
   * @return one receipt each
   * @throws java.io.UncheckedIOException if it is open whether they were stored
   */
  List<FeedReceipt> commit(List<Work> works) {
    JournalEnd end = append(fresh(works));
    List<BatchReceipt> receipts =
        store.commit(works.stream().map(work -> batchCommit(work, end)).toList());
    journal.ifPresent(Journal::confirm);
    return receipts.stream().map(BatchReceipt::toFeedReceipt).toList();
  }

  /** Those that no batch of the same key was stored or stands before: only their records count. */
  private List<Work> fresh(List<Work> works) {
    Set<Key> keys = new HashSet<>();
    List<Work> fresh = new ArrayList<>();
    for (Work work : works) {
      Optional<Key> key = work.batch().key().map(text -> new Key(work.run().feed(), text));
      if (key.isEmpty() || (keys.add(key.get()) && key.get().isNewTo(store))) {
        fresh.add(work);
      }
    }
    return fresh;
  }

  /** A key is one of a feed. */
  private record Key(String feed, String text) {

    boolean isNewTo(SqliteAlertStore store) {
      return store.commitOf(feed, text).isEmpty();
    }
  }

  private JournalEnd append(List<Work> works) {
    if (journal.isEmpty()) {
      return JournalEnd.NONE;
    }
    // Of several commits in one transaction all blocks carry the number of the first.
    long number = store.commits() + 1;
    return journal
        .get()
        .append(works.stream()
            .flatMap(work -> work.outcome().join().block().stream())
            .map(block -> new JournalEntry(number, block))
            .toList());
  }

  private static BatchCommit batchCommit(Work work, JournalEnd end) {
    Commit.Builder parts = work.outcome().join().parts();
    boolean hasEnd = end.segment() > 0;
    BatchCommit commit =
        BatchCommit.of(hasEnd ? parts.historyEnd(end.offset()).build() : parts.build());
    BatchCommit placed = hasEnd ? commit.inSegment(end.segment()) : commit;
    return work.batch().key().map(key -> placed.keyed(work.run().feed(), key)).orElse(placed);
  }
}
