package io.streamalert.local.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * A block as it is read from the journal. Immutable.
 *
 * @param commit the number of the commit that it belongs to
 * @param file the file it was read from
 * @param offset where it begins in the file, in bytes
 * @param records its records, in the order in which they were added; unmodifiable
 */
public record StoredBlock(long commit, Path file, long offset, List<StoredRecord> records) {

  /**
   * Copies the list.
   *
   * @param commit the number of the commit
   * @param file the file
   * @param offset where it begins
   * @param records its records
   */
  public StoredBlock {
    records = List.copyOf(records);
  }

  /** {@return where it is, and sizes; never content} */
  @Override
  public String toString() {
    return "StoredBlock[commit=" + commit + ", " + file + " at " + offset + ", records="
        + records.size() + "]";
  }
}
