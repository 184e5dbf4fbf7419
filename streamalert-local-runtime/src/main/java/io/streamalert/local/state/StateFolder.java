package io.streamalert.local.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of a state file. What is made in it is for its owner alone, where the system can say so. */
record StateFolder(Path folder) {

  private static final String FOLDER_RIGHTS = "rwx------";
  private static final String FILE_RIGHTS = "rw-------";

  Path file() {
    return folder.resolve("state.db");
  }

  Path lock() {
    return folder.resolve("lock");
  }

  /** Makes the folder and its files where they are missing. */
  void prepare() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, rights(FOLDER_RIGHTS));
      }
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
      create(lock());
      create(file());
    } catch (IOException e) {
      throw Refusals.unusable(folder, e);
    }
  }

  private void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, rights(FILE_RIGHTS));
    } catch (FileAlreadyExistsException madeMeanwhile) {
      if (!Files.isRegularFile(file)) {
        throw madeMeanwhile;
      }
    }
  }

  private FileAttribute<?>[] rights(String rights) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
