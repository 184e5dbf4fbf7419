package io.streamalert.feed;

/**
 * That a batch is durable. Immutable.
 *
 * @param commitNumber the number of the commit that holds it; of a repeated batch that of the first
 * @param repeated true if a batch with the same {@link FeedBatch#key()} was stored before, so that
 *     this one was left out
 */
public record FeedReceipt(long commitNumber, boolean repeated) {}
