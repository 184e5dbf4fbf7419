package io.streamalert.local.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * What the journal changes on disk. Everything but {@code force} may be undone by a crash, in any order and in part; tests
 * do that.
 */
interface JournalFiles {

  /** The names of all that is in a folder. */
  List<String> list(Path folder) throws IOException;

  /** Makes a folder where there is none. */
  void createFolder(Path folder) throws IOException;

  /** Opens a file for writing; makes it where there is none. */
  OpenFile open(Path file) throws IOException;

  /** Moves a file to a name that is free, in the same file system. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file, if there is one. */
  void delete(Path file) throws IOException;

  /** Makes the names in a folder durable. */
  void forceFolder(Path folder) throws IOException;

  /** A file that is written. */
  interface OpenFile extends Closeable {

    /** Writes all that remains of the buffer, from this offset on. */
    void write(ByteBuffer bytes, long offset) throws IOException;

    /** Cuts what is behind this size. */
    void truncate(long size) throws IOException;

    /** Makes the content durable. */
    void force() throws IOException;
  }
}
