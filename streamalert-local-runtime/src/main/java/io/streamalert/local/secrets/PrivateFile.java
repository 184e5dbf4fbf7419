package io.streamalert.local.secrets;

import io.streamalert.local.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** A file that only its owner may read; others are refused. Replaced as a whole. */
final class PrivateFile {

  private final Path path;

  PrivateFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** What the file holds, to be overwritten by the caller; empty if there is no file. */
  Optional<byte[]> read() {
    try (InputStream in = Files.newInputStream(path)) {
      if (OwnerOnly.isOpenToOthers(path)) {
        throw Unusable.because(
            "Others than its owner may use the file " + path + ", so it is not read.",
            "Run \"chmod 600 " + path + "\", and change the secrets in it if others may have read"
                + " them.");
      }
      return Optional.of(limited(in));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Unusable.because(path, "read", e);
    }
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(SecretStore.LIMIT_BYTES + 1);
    if (bytes.length > SecretStore.LIMIT_BYTES) {
      Arrays.fill(bytes, (byte) 0);
      throw Unusable.because(
          "The file " + path + " has more than " + SecretStore.LIMIT_BYTES + " bytes.",
          "Name a file of secrets.");
    }
    return bytes;
  }

  /** Replaces the file, or makes it with its folder. */
  void write(byte[] content) {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path folder = folder(target);
      Files.createDirectories(folder, OwnerOnly.folderRights(folder));
      Path draft = Files.createTempFile(folder, ".secret", ".tmp", OwnerOnly.fileRights(folder));
      try {
        force(draft, content);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      OwnerOnly.forceFolder(folder);
    } catch (IOException e) {
      throw Unusable.because(path, "written", e);
    }
  }

  private static void force(Path draft, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Deletes the file; false if there was none. */
  boolean delete() {
    try {
      boolean there = Files.deleteIfExists(path);
      if (there) {
        OwnerOnly.forceFolder(folder(path.toAbsolutePath()));
      }
      return there;
    } catch (IOException e) {
      throw Unusable.because(path, "deleted", e);
    }
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    return folder;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
