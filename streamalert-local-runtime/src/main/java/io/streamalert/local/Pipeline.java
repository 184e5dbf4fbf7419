package io.streamalert.local;

import io.streamalert.local.worker.WorkerThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Work for several threads whose results come back on the calling thread in the order of the work. What is under way is
 * bounded by number and by bytes: who submits more waits, and takes results meanwhile. For one thread at a time.
 */
final class Pipeline implements AutoCloseable {

  private final ExecutorService workers;
  private final Consumer<BatchResult> results;
  private final Deque<Work> underWay = new ArrayDeque<>();
  private final int mostBatches;
  private final long mostBytes;
  private long bytesUnderWay;

  private record Work(String name, int bytes, Future<BatchResult> result) {}

  Pipeline(int workers, long mostBytes, Consumer<BatchResult> results) {
    this.workers = WorkerThreads.pool(workers);
    this.results = results;
    this.mostBatches = 2 * workers + 1;
    this.mostBytes = mostBytes;
  }

  /** Gives work to the threads, after room was made for it. */
  void submit(String name, int bytes, Callable<BatchResult> work) {
    while (underWay.size() >= mostBatches) {
      takeResult();
    }
    makeRoom(bytes);
    underWay.add(new Work(name, bytes, workers.submit(work)));
    bytesUnderWay += bytes;
  }

  /** Waits until so many bytes more can be held. */
  void makeRoom(int bytes) {
    while (!underWay.isEmpty() && bytesUnderWay + bytes > mostBytes) {
      takeResult();
    }
  }

  /** Waits for all work. */
  void finish() {
    while (!underWay.isEmpty()) {
      takeResult();
    }
  }

  private void takeResult() {
    Work work = underWay.remove();
    BatchResult result = await(work);
    bytesUnderWay -= work.bytes;
    results.accept(result);
  }

  private static BatchResult await(Work work) {
    try {
      return work.result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted at " + work.name, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      String error = e.getCause() == null ? "" : e.getCause().getClass().getName();
      // Not its message, which may hold values of a record.
      throw new IllegalStateException(
          "The run broke at " + work.name + " with " + error, e.getCause());
    }
  }

  /** Drops work that was not begun, and ends the threads. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
