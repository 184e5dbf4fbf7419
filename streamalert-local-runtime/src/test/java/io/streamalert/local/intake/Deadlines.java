package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Deadlines that pass when a test says so, in the order in which they were set. */
final class Deadlines extends AbstractLifeCycle implements Scheduler {

  /** A deadline of a head or a body. */
  static final class Deadline implements Scheduler.Task {

    private final Runnable late;
    private final long millis;
    private final AtomicBoolean over = new AtomicBoolean();

    Deadline(Runnable late, long millis) {
      this.late = late;
      this.millis = millis;
    }

    @Override
    public boolean cancel() {
      return over.compareAndSet(false, true);
    }

    long millis() {
      return millis;
    }

    /** Lets it pass; returns whether it still counted. */
    boolean pass() {
      boolean counts = cancel();
      if (counts) {
        late.run();
      }
      return counts;
    }
  }

  private static final int SECONDS = 30;

  private final BlockingQueue<Deadline> set = new LinkedBlockingQueue<>();

  @Override
  public Task schedule(Runnable task, long delay, TimeUnit units) {
    Deadline deadline = new Deadline(task, units.toMillis(delay));
    set.add(deadline);
    return deadline;
  }

  /** The next deadline that was set, or will be. */
  Deadline next() throws InterruptedException {
    Deadline next = set.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("a deadline").isNotNull();
    return next;
  }
}
