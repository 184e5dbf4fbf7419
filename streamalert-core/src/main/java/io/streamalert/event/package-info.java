/**
 * What a running instance tells about itself. A {@link io.streamalert.event.PipelineListener},
 * implemented by runtimes and users, hears of every batch by a {@link
 * io.streamalert.event.BatchSummary}; metrics, tracing and audit hang there.
 */
@NullMarked
package io.streamalert.event;

import org.jspecify.annotations.NullMarked;
