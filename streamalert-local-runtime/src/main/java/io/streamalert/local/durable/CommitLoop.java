package io.streamalert.local.durable;

import io.streamalert.feed.FeedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores what the workers made, in the order in which the batches came, so that no batch is stored
 * before an earlier one of its feed. Whatever is ready is stored in one step, so that many small
 * batches need few of them.
 */
final class CommitLoop {

  private static final int MOST_AT_ONCE = 64;

  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Committing committing;
  private final Room room;
  private final Consumer<Throwable> failed;
  private final Thread thread;
  /** Ends the queue. */
  private final Work last;

  private boolean ending;
  private volatile boolean broken;

  CommitLoop(Committing committing, Room room, Consumer<Throwable> failed, Work last) {
    this.committing = committing;
    this.room = room;
    this.failed = failed;
    this.last = last;
    this.thread = new Thread(this::work, "streamalert-commit");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Takes a batch, unless nothing more is stored. */
  synchronized boolean add(Work work) {
    return !ending && !broken && queue.add(work);
  }

  /** Stores what is in the queue, and ends. */
  void finish() throws InterruptedException {
    synchronized (this) {
      ending = true;
      queue.add(last);
    }
    thread.join();
  }

  private void work() {
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = storeNext();
      } catch (InterruptedException e) {
        failed.accept(e);
        Thread.currentThread().interrupt();
        goesOn = false;
      }
    }
  }

  /** Stores the next batch with all behind it that are ready; false at the end. */
  @SuppressWarnings("ReferenceEquality") // the one that ends the queue
  private boolean storeNext() throws InterruptedException {
    Work first = queue.take();
    if (first == last) {
      return false;
    }
    List<Work> ready = new ArrayList<>();
    addIfStorable(first, ready);
    for (Work next = queue.peek(); isReady(next, ready); next = queue.peek()) {
      addIfStorable(queue.remove(), ready);
    }
    if (!ready.isEmpty()) {
      store(ready);
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // the one that ends the queue
  private boolean isReady(@Nullable Work next, List<Work> ready) {
    return next != null && next != last && next.outcome().isDone() && ready.size() < MOST_AT_ONCE;
  }

  /** A batch that broke breaks the run of its feed, so that nothing behind it is stored before it. */
  private void addIfStorable(Work work, List<Work> ready) {
    try {
      work.outcome().join();
      if (broken || work.run().isBroken()) {
        refuse(work, new IllegalStateException("An earlier batch was not stored"));
      } else {
        ready.add(work);
      }
    } catch (CompletionException e) {
      refuse(work, e.getCause() == null ? e : e.getCause());
    }
  }

  private void store(List<Work> works) {
    try {
      List<FeedReceipt> receipts = committing.commit(works);
      for (int i = 0; i < works.size(); i++) {
        leave(works.get(i));
        works.get(i).receipt().complete(receipts.get(i));
      }
    } catch (RuntimeException | Error e) {
      broken = true;
      works.forEach(work -> refuse(work, e));
      failed.accept(e);
    }
  }

  void refuse(Work work, Throwable cause) {
    work.run().fail();
    leave(work);
    work.receipt().completeExceptionally(cause);
  }

  private void leave(Work work) {
    room.leave(work.batch().bytes());
    work.run().settle();
  }
}
