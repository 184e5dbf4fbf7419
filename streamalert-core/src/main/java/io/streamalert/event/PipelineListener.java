package io.streamalert.event;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Hears once per batch what became of it. Implemented by runtimes and by users, for metrics,
 * tracing or audit; must be safe for use by many threads, quick, and should not throw, since it
 * runs on the thread that processes logs.
 */
@FunctionalInterface
public interface PipelineListener {

  /**
   * Tells what became of one batch.
   *
   * @param summary the counts of this batch alone
   */
  void onBatch(BatchSummary summary);

  /**
   * A listener that does nothing.
   *
   * @return the listener, always the same; who counts for a listener may then save the counting
   */
  static PipelineListener none() {
    return NoListener.INSTANCE;
  }

  /**
   * Tells several listeners, one after the other. If one of them throws, the others still hear of
   * the batch; then the exception goes on, with those of later listeners suppressed in it.
   *
   * @param listeners the listeners in their order
   * @return the listener that tells them
   */
  static PipelineListener all(PipelineListener... listeners) {
    return new ListenerGroup(
        List.copyOf(Arrays.asList(Objects.requireNonNull(listeners, "listeners"))));
  }
}
