/** Rules for events of EventBridge, log type {@code cloudwatch:events}. */
@NullMarked
package io.streamalert.community.cloudwatch;

import org.jspecify.annotations.NullMarked;
