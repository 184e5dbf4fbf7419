/**
 * Runs StreamAlert for as long as the machine does: feeds, workers, and one commit for what they
 * did. See {@link io.streamalert.local.durable.DurableRuntime}.
 */
@NullMarked
package io.streamalert.local.durable;

import org.jspecify.annotations.NullMarked;
