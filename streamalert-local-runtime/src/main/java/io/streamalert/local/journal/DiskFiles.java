package io.streamalert.local.journal;

import io.streamalert.local.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The real file system. What is made is for its owner alone, where the system can say so. */
final class DiskFiles implements JournalFiles {

  @Override
  public List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OwnerOnly.folderRights(folder));
    }
  }

  @Override
  public OpenFile open(Path file) throws IOException {
    return new OnDisk(FileChannel.open(
        file,
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
        OwnerOnly.fileRights(file)));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    OwnerOnly.forceFolder(folder);
  }

  private record OnDisk(FileChannel channel) implements OpenFile {

    @Override
    public void write(ByteBuffer bytes, long offset) throws IOException {
      long at = offset;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      channel.truncate(size);
    }

    /** The size of the file is forced too, since the content could not be read without it. */
    @Override
    public void force() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
