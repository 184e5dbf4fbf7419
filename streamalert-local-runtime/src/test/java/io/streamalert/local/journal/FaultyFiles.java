package io.streamalert.local.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real folder whose operations fail from a certain one on, and that knows what of it a loss of power may leave. Names
 * are kept only after their folder was forced, content only after its file was.
 */
final class FaultyFiles implements JournalFiles {

  /** What a loss of power leaves of all that was not forced. */
  enum Loss {
    /** Everything was written all the same. */
    NOTHING,
    /** Nothing was written. */
    EVERYTHING,
    /** Names were not written, content was. */
    NAMES,
    /** Of each name and each file, some of it was written, chosen at random. */
    SOME
  }

  /** A file, whatever its name. */
  private static final class Inode {
    private byte[] forced = new byte[0];
    private boolean dropped;
  }

  private final JournalFiles disk = new DiskFiles();
  private final Map<Path, Inode> now = new HashMap<>();
  private final Map<Path, Inode> forced = new HashMap<>();
  private int operations;
  private int failAt = Integer.MAX_VALUE;
  private int failures = Integer.MAX_VALUE;

  /** From this operation on, counted from 0, so many fail. */
  void failAt(int operation, int count) {
    failAt = operation;
    failures = count;
  }

  int operations() {
    return operations;
  }

  private void count(Path file) throws IOException {
    int operation = operations++;
    if (operation >= failAt && operation - failAt < failures) {
      throw new FileSystemException(file.toString(), null, "No space left on device");
    }
  }

  private Inode inode(Path file) {
    return now.computeIfAbsent(file, any -> new Inode());
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public OpenFile open(Path file) throws IOException {
    count(file);
    return new Watched(file, inode(file), disk.open(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    count(from);
    disk.rename(from, to);
    now.put(to, inode(from));
    now.remove(from);
  }

  @Override
  public void delete(Path file) throws IOException {
    count(file);
    disk.delete(file);
    Inode gone = now.remove(file);
    if (gone != null) {
      gone.dropped = true;
    }
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    count(folder);
    forced.keySet().removeIf(file -> folder.equals(file.getParent()));
    now.forEach((file, inode) -> {
      if (folder.equals(file.getParent())) {
        forced.put(file, inode);
      }
    });
  }

  /** Takes the power away: the folder is then as it might be found. */
  void crash(Loss loss, long seed) throws IOException {
    Random random = new Random(seed);
    Map<Path, byte[]> left = new HashMap<>();
    List<Path> names = new ArrayList<>(now.keySet());
    forced.keySet().stream().filter(name -> !now.containsKey(name)).forEach(names::add);
    names.sort(null);
    for (Path name : names) {
      Inode inode = survivor(name, loss, random);
      if (inode != null) {
        left.put(name, content(inode, loss, random));
      }
    }
    for (Path name : names) {
      Files.deleteIfExists(name);
    }
    for (Map.Entry<Path, byte[]> file : left.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    settle(left);
  }

  private @Nullable Inode survivor(Path name, Loss loss, Random random) {
    return switch (loss) {
      case NOTHING -> now.get(name);
      case EVERYTHING, NAMES -> forced.get(name);
      case SOME -> random.nextBoolean() ? now.get(name) : forced.get(name);
    };
  }

  private byte[] content(Inode inode, Loss loss, Random random) throws IOException {
    byte[] written = written(inode);
    return switch (loss) {
      case NOTHING, NAMES -> written;
      case EVERYTHING -> inode.forced;
      case SOME -> torn(inode.forced, written, random);
    };
  }

  /** A file that was deleted has only what was forced. */
  private byte[] written(Inode inode) throws IOException {
    for (Map.Entry<Path, Inode> file : now.entrySet()) {
      if (file.getValue().equals(inode) && !inode.dropped) {
        return Files.readAllBytes(file.getKey());
      }
    }
    return inode.forced;
  }

  /** Each piece of the longer of both is old, new, or was never written. */
  private static byte[] torn(byte[] old, byte[] written, Random random) {
    int longest = Math.max(old.length, written.length);
    byte[] torn = new byte[random.nextInt(3) == 0 ? longest : written.length];
    int size = 1 + random.nextInt(64);
    for (int start = 0; start < torn.length; start += size) {
      boolean isNew = random.nextBoolean();
      for (int i = start; i < Math.min(start + size, torn.length); i++) {
        boolean same = i < old.length && i < written.length && old[i] == written[i];
        byte before = i < old.length ? old[i] : 0;
        torn[i] = (same || isNew) && i < written.length ? written[i] : before;
      }
    }
    return torn;
  }

  private void settle(Map<Path, byte[]> left) {
    now.clear();
    forced.clear();
    left.forEach((name, content) -> {
      Inode inode = inode(name);
      inode.forced = content;
      forced.put(name, inode);
    });
    failAt = Integer.MAX_VALUE;
  }

  /** The files below a folder, by their names. */
  static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Watched implements OpenFile {

    private final Path file;
    private final Inode inode;
    private final OpenFile open;

    private Watched(Path file, Inode inode, OpenFile open) {
      this.file = file;
      this.inode = inode;
      this.open = open;
    }

    /** One that fails has written a part. */
    @Override
    public void write(ByteBuffer bytes, long offset) throws IOException {
      try {
        count(file);
      } catch (IOException e) {
        ByteBuffer part = bytes.slice(bytes.position(), bytes.remaining() / 2);
        open.write(part, offset);
        throw e;
      }
      open.write(bytes, offset);
    }

    @Override
    public void truncate(long size) throws IOException {
      count(file);
      open.truncate(size);
    }

    @Override
    public void force() throws IOException {
      count(file);
      open.force();
      inode.forced = Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
      open.close();
    }
  }
}
