package io.streamalert.local.durable;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much may be under way at once, by batches and by bytes. A batch that is larger than the whole
 * room is let in when nothing else is. Thread-safe.
 */
final class Room {

  private final int mostBatches;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private int batches;
  private long bytes;

  Room(int mostBatches, long mostBytes) {
    this.mostBatches = mostBatches;
    this.mostBytes = mostBytes;
  }

  /** Waits until there is room. */
  void enter(long size) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!fits(size)) {
        changed.await();
      }
      add(1, size);
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is room, which is then taken. */
  boolean tryEnter(long size) {
    lock.lock();
    try {
      boolean fits = fits(size) && !lock.hasWaiters(changed);
      if (fits) {
        add(1, size);
      }
      return fits;
    } finally {
      lock.unlock();
    }
  }

  void leave(long size) {
    lock.lock();
    try {
      add(-1, -size);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many batches are under way. */
  int batches() {
    lock.lock();
    try {
      return batches;
    } finally {
      lock.unlock();
    }
  }

  private boolean fits(long size) {
    return batches == 0 || (batches < mostBatches && bytes + size <= mostBytes);
  }

  private void add(int more, long size) {
    batches += more;
    bytes += size;
  }
}
