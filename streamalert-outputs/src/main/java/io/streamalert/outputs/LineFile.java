package io.streamalert.outputs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of lines that is opened for each one, so that nothing has to be closed at the end. */
record LineFile(Path file) {

  private static final byte LINE_FEED = '\n';

  /**
   * Appends a line, and a line feed before it if the file ends without one.
   *
   * @return whether it is on the disk; false if only the system has it
   * @throws IOException if nothing, or half of the line, was written
   */
  boolean append(byte[] line) throws IOException {
    boolean open = endsWithHalfALine();
    ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
    if (open) {
      bytes.put(LINE_FEED);
    }
    bytes.put(line).flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return force(channel);
    }
  }

  private boolean endsWithHalfALine() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) != LINE_FEED;
    }
  }

  private static boolean force(FileChannel channel) {
    try {
      channel.force(false);
      return true;
    } catch (IOException e) {
      return false; // The answer says so.
    }
  }

  /** What went wrong, for a person. */
  String problem(IOException e) {
    return "The file " + file + " cannot be written: " + reason(e);
  }

  private String reason(IOException e) {
    Path folder = file.toAbsolutePath().getParent();
    if (e instanceof NoSuchFileException && folder != null && !Files.isDirectory(folder)) {
      return "there is no folder " + folder + ". Create it.";
    }
    if (e instanceof AccessDeniedException) {
      return "this process may not. Change its owner or permissions.";
    }
    return Files.isDirectory(file)
        ? "it is a folder. Name a file."
        : e.getClass().getSimpleName() + ", " + e.getMessage();
  }
}
