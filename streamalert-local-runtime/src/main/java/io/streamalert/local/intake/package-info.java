/**
 * Logs that other programs send over HTTP: {@link io.streamalert.local.intake.HttpFeed} takes them and answers when they
 * are stored.
 */
@NullMarked
package io.streamalert.local.intake;

import org.jspecify.annotations.NullMarked;
