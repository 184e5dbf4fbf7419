/**
 * Feeds of one machine: {@link io.streamalert.local.feed.FileFeed} follows files that grow, {@link
 * io.streamalert.local.feed.StandardInputFeed} takes the lines of a stream.
 */
@NullMarked
package io.streamalert.local.feed;

import org.jspecify.annotations.NullMarked;
