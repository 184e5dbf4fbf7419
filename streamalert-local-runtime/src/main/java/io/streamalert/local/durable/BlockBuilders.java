package io.streamalert.local.durable;

import io.streamalert.local.journal.BlockBuilder;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Keeps builders of blocks for use again, as each has much memory. Thread-safe. */
final class BlockBuilders implements AutoCloseable {

  private final ConcurrentLinkedQueue<BlockBuilder> idle = new ConcurrentLinkedQueue<>();

  /** A builder for this thread alone. */
  BlockBuilder take() {
    @Nullable BlockBuilder kept = idle.poll();
    return kept == null ? new BlockBuilder() : kept;
  }

  /** Takes an empty builder back. One whose work broke is left to the collector. */
  void giveBack(BlockBuilder builder) {
    idle.add(builder);
  }

  @Override
  public void close() {
    for (BlockBuilder each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }
}
