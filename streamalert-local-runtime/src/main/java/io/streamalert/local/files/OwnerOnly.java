package io.streamalert.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that are for their owner alone, where the system can say so. Thread-safe.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> OWNER = EnumSet.of(
      PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /**
   * What to make a file with.
   *
   * @param file the file that is to be made
   * @return its rights; none on a system that knows no such rights
   */
  public static FileAttribute<?>[] fileRights(Path file) {
    return rights(file, "rw-------");
  }

  /**
   * What to make a folder with.
   *
   * @param folder the folder that is to be made
   * @return its rights; none on a system that knows no such rights
   */
  public static FileAttribute<?>[] folderRights(Path folder) {
    return rights(folder, "rwx------");
  }

  private static FileAttribute<?>[] rights(Path place, String rights) {
    return knowsRights(place)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Whether others than its owner may do anything with a file.
   *
   * @param file the file; a link stands for what it leads to
   * @return true if others may; false on a system that knows no such rights
   * @throws IOException if the system does not say
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    return knowsRights(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file));
  }

  /**
   * Forces the entries of a folder onto the disk. Windows cannot open a folder, and needs no force
   * for one.
   *
   * @param folder the folder
   * @throws IOException if the disk does not confirm
   */
  public static void forceFolder(Path folder) throws IOException {
    if (knowsRights(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean knowsRights(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
