/**
 * Rules for events of EventBridge, log type {@code cloudwatch:events}. {@link
 * io.streamalert.community.cloudtrail.TrailBinding} says where else they look.
 */
@NullMarked
package io.streamalert.community.cloudwatch;

import org.jspecify.annotations.NullMarked;
