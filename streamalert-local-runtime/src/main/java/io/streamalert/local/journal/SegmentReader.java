package io.streamalert.local.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file of the journal, at any place. For one thread. */
final class SegmentReader implements Closeable {

  private final Path file;
  private final FileChannel channel;
  private final long size;

  SegmentReader(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file);
    this.size = channel.size();
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /** The header of the segment; null if it has none. */
  @Nullable
  SegmentHeader header() throws IOException {
    return SegmentHeader.decode(bytes(0, SegmentHeader.SIZE));
  }

  /** The header of the block at a place; null if there is none that is sound, or the file ends before the block does. */
  @Nullable
  BlockHeader block(long offset) throws IOException {
    BlockHeader header = BlockHeader.decode(bytes(offset, BlockHeader.SIZE));
    return header != null && offset + header.bytes() <= size ? header : null;
  }

  byte[] payload(BlockHeader header, long offset) throws IOException {
    return bytes(offset + BlockHeader.SIZE, header.stored());
  }

  /** The blocks from the start on, as far as their headers are sound, up to a place. */
  Extent scan(long end) throws IOException {
    Extent extent = Extent.OF_HEADER;
    BlockHeader block = block(extent.end());
    while (block != null && !block.has(BlockHeader.SEAL) && extent.end() + block.bytes() <= end) {
      extent = extent.plus(block);
      block = block(extent.end());
    }
    return extent;
  }

  /** What the last block of the file says of all others; null if the file is not sealed. */
  @Nullable
  Sums seal() throws IOException {
    return sealAt(size - BlockHeader.SIZE - Sums.SIZE);
  }

  /** What the block at a place says of all before it; null if it is no sound seal that ends the file. */
  @Nullable
  Sums sealAt(long offset) throws IOException {
    BlockHeader block = offset < SegmentHeader.SIZE ? null : block(offset);
    boolean sealed = block != null
        && block.has(BlockHeader.SEAL)
        && block.stored() == Sums.SIZE
        && offset + block.bytes() == size;
    if (block == null || !sealed) {
      return null;
    }
    byte[] payload = payload(block, offset);
    return Payload.isSound(block, payload) ? Sums.ofSeal(payload) : null;
  }

  /** The bytes at a place; fewer if the file ends before. */
  private byte[] bytes(long offset, int length) throws IOException {
    int there = (int) Math.max(0, Math.min(length, size - offset));
    ByteBuffer into = ByteBuffer.allocate(there);
    while (into.hasRemaining() && channel.read(into, offset + into.position()) >= 0) {
      // A read may give less than was asked for.
    }
    return into.hasRemaining() ? Arrays.copyOf(into.array(), into.position()) : into.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
