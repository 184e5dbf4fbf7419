package io.streamalert.event;

/** The listener that does nothing; a single value, so that it can be recognised. */
enum NoListener implements PipelineListener {
  INSTANCE;

  @Override
  public void onBatch(BatchSummary summary) {
    // Nobody is listening.
  }
}
