package io.streamalert.local.feed;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file as a look at its folder showed it.
 *
 * @param path where it is
 * @param key what the file system calls it whatever its name, such as the inode; empty if unknown
 * @param size its size in bytes, compressed or not
 * @param modified when it was last changed, in nanoseconds since 1970
 */
record SeenFile(Path path, String key, long size, long modified) {

  static SeenFile of(Path path, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return new SeenFile(
        path,
        key == null ? "" : key.toString(),
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
  }

  /** By what the same file is found in the next look. */
  String identity() {
    return key.isEmpty() ? path.toString() : key;
  }

  boolean isUnchangedSince(SeenFile before) {
    return size == before.size && modified == before.modified;
  }
}
