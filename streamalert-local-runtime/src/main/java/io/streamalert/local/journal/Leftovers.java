package io.streamalert.local.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whole blocks that were appended but never committed. They move to a folder of their own, where nothing reads them. */
final class Leftovers {

  private static final String FOLDER = "orphans";

  private final JournalFiles files;
  private final Path folder;

  Leftovers(JournalFiles files, Path journal) {
    this.files = files;
    this.folder = journal.resolve(FOLDER);
  }

  /**
   * The sound blocks from a place on.
   *
   * @return their bytes, each with its header
   */
  static List<byte[]> blocks(SegmentReader reader, long from) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    long at = from;
    BlockHeader header = reader.block(at);
    while (header != null && !header.has(BlockHeader.SEAL)) {
      byte[] payload = reader.payload(header, at);
      if (!Payload.isSound(header, payload)) {
        return blocks;
      }
      blocks.add(ByteBuffer.allocate(Math.toIntExact(header.bytes()))
          .put(header.encode())
          .put(payload)
          .array());
      at += header.bytes();
      header = reader.block(at);
    }
    return blocks;
  }

  /** How many appends the blocks are of. */
  static long appends(List<byte[]> blocks) {
    return blocks.stream()
        .map(block -> Objects.requireNonNull(BlockHeader.decode(block)))
        .filter(header -> header.has(BlockHeader.FIRST))
        .count();
  }

  /** Keeps blocks in a file that is like a segment, and makes that durable. */
  void keep(SegmentHeader header, List<byte[]> blocks) throws IOException {
    files.createFolder(folder);
    Path file = free(header.number());
    try (JournalFiles.OpenFile out = files.open(file)) {
      long at = 0;
      byte[] first = header.encode();
      out.write(ByteBuffer.wrap(first), at);
      at += first.length;
      for (byte[] block : blocks) {
        out.write(ByteBuffer.wrap(block), at);
        at += block.length;
      }
      out.force();
    }
    forceFolders();
  }

  /** Moves a whole segment, and makes that durable. */
  void move(long number, Path segment) throws IOException {
    files.createFolder(folder);
    files.rename(segment, free(number));
    forceFolders();
  }

  private void forceFolders() throws IOException {
    files.forceFolder(folder);
    files.forceFolder(Objects.requireNonNull(folder.getParent()));
  }

  private Path free(long number) {
    int count = 1;
    Path file = named(number, count);
    while (Files.exists(file)) {
      count++;
      file = named(number, count);
    }
    return file;
  }

  private Path named(long number, int count) {
    return folder.resolve(String.format(Locale.ROOT, "%010d-%d.log", number, count));
  }
}
