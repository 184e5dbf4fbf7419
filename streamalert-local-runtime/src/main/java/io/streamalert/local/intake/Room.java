package io.streamalert.local.intake;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds how many bytes all requests hold together. Thread-safe. */
final class Room {

  private final AtomicLong free;

  Room(long bytes) {
    free = new AtomicLong(bytes);
  }

  /** A part of the room, empty at first. */
  Hold hold() {
    return new Hold();
  }

  /** What one request holds. Thread-safe. */
  final class Hold {

    private final AtomicLong held = new AtomicLong();

    /** Takes more; false if there is no more, and then nothing changes. */
    boolean take(long bytes) {
      if (free.addAndGet(-bytes) < 0) {
        free.addAndGet(bytes);
        return false;
      }
      held.addAndGet(bytes);
      return true;
    }

    /** Gives all back. */
    void release() {
      free.addAndGet(held.getAndSet(0));
    }
  }
}
