package io.streamalert.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several listeners as one. */
final class ListenerGroup implements PipelineListener {

  private final List<PipelineListener> listeners;

  ListenerGroup(List<PipelineListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void onBatch(BatchSummary summary) {
    RuntimeException failure = null;
    for (PipelineListener listener : listeners) {
      failure = tell(listener, summary, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable RuntimeException tell(
      PipelineListener listener, BatchSummary summary, @Nullable RuntimeException earlier) {
    try {
      listener.onBatch(summary);
      return earlier;
    } catch (RuntimeException thrown) {
      if (earlier == null) {
        return thrown;
      }
      if (thrown != earlier) {
        earlier.addSuppressed(thrown);
      }
      return earlier;
    }
  }
}
