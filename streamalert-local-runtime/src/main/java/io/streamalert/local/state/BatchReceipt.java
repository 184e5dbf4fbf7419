package io.streamalert.local.state;

import io.streamalert.delivery.Receipt;
import io.streamalert.feed.FeedReceipt;
import java.util.List;
import java.util.Objects;

/**
 * What became of one batch. Immutable.
 *
 * @param receipt the commit and its alerts; of a batch that was left out the number of the commit
 *     that holds it, and no alerts
 * @param repeated true if the batch was left out because its key was known
 */
public record BatchReceipt(Receipt receipt, boolean repeated) {

  /**
   * Checks the parts.
   *
   * @param receipt the commit and its alerts
   * @param repeated whether the batch was left out
   */
  public BatchReceipt {
    Objects.requireNonNull(receipt, "receipt");
  }

  static BatchReceipt repeatedFrom(long commitNumber) {
    return new BatchReceipt(Receipt.of(commitNumber, List.of(), List.of()), true);
  }

  /** {@return what the feed is told} */
  public FeedReceipt toFeedReceipt() {
    return new FeedReceipt(receipt.commitNumber(), repeated);
  }
}
