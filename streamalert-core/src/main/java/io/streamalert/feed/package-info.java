/**
 * Where a runtime that never stops gets its raw logs from. A {@link io.streamalert.feed.LogFeed},
 * implemented by runtimes and users, reads from the place where its {@linkplain
 * io.streamalert.feed.FeedBatch#checkpoint() checkpoint} says it has come to, and hands on batches,
 * each of which is stored as a whole or not at all.
 */
@NullMarked
package io.streamalert.feed;

import org.jspecify.annotations.NullMarked;
