package io.streamalert.local.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads for classifying and running rules. Thread-safe. */
public final class WorkerThreads {

  private WorkerThreads() {}

  /**
   * A fixed number of threads. They are daemons, so that a rule which never ends cannot keep the
   * process alive.
   *
   * @param number how many, at least 1
   * @return the threads, to be shut down
   */
  public static ExecutorService pool(int number) {
    return Executors.newFixedThreadPool(number, named());
  }

  private static ThreadFactory named() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "streamalert-worker-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
