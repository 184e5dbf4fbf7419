package io.streamalert.local.feed;

import io.streamalert.feed.FeedContext;
import io.streamalert.feed.LogFeed;
import io.streamalert.local.feed.FileReading.Manner;
import io.streamalert.local.feed.FileRun.Plan;
import io.streamalert.local.framing.Framing;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows files that grow: lines are taken as they are ended, in files that are rotated by renaming, by copying and
 * cutting off, and by compressing, none twice. Files that are compressed, and files that are one JSON document, are
 * taken once they are quiet.
 *
 * <pre>{@code
 * LogFeed feed = FileFeed.builder("web", LogSource.of("file", "web"))
 *     .glob("/var/log/web/*.log*")
 *     .build();
 * }</pre>
 *
 * <p>A file is known by its content and by what the file system calls it, not by its name. Its logs are at {@code
 * file}, a random id of the file, and the byte offset in its decompressed content. What a file held that was removed or
 * cut off before it could be read is lost, and reported.
 *
 * <p>In memory are one batch, one block, and the longest line or document. Immutable; each run is for one thread.
 */
public final class FileFeed implements LogFeed {

  /** How many files are read by default, at most: {@value}. */
  public static final int DEFAULT_MOST_FILES = 10_000;

  private final String name;
  private final boolean atEnd;
  private final Plan plan;

  private FileFeed(Builder builder) {
    name = builder.name;
    atEnd = builder.atEnd;
    plan = new Plan(
        List.copyOf(builder.sets),
        new Manner(
            builder.source, builder.settings, Math.min(Framing.BLOCK_SIZE, builder.batchBytes)),
        builder.batchBytes,
        builder.poll,
        builder.quiet,
        builder.keep,
        builder.mostFiles);
  }

  /**
   * Starts a feed.
   *
   * @param name the name under which its checkpoints are stored; not blank
   * @param source what its logs count as
   * @return a builder
   * @throws IllegalArgumentException if the name is blank
   */
  public static Builder builder(String name, LogSource source) {
    return new Builder(name, source);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(Optional<String> checkpoint, FeedContext context)
      throws IOException, InterruptedException {
    Collection<Generation> known =
        checkpoint.isPresent() ? Checkpoint.read(checkpoint.get()) : List.of();
    FileRun run = new FileRun(plan, context, known);
    if (atEnd && checkpoint.isEmpty()) {
      run.startAtEnd();
    }
    run.run();
  }

  /** {@return its name} */
  @Override
  public String toString() {
    return "FileFeed[" + name + "]";
  }

  /** Collects what a {@link FileFeed} needs. Not thread-safe. */
  public static final class Builder {

    private final String name;
    private final LogSource source;
    private final List<FileSet> sets = new ArrayList<>();
    private Settings settings = Settings.defaults();
    private boolean atEnd;
    private int batchBytes = 1 << 20;
    private Duration poll = Duration.ofSeconds(1);
    private Duration quiet = Duration.ofSeconds(5);
    private Duration keep = Duration.ofDays(7);
    private int mostFiles = DEFAULT_MOST_FILES;

    private Builder(String name, LogSource source) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("The name of a feed must not be blank");
      }
      this.name = name;
      this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Adds a file, or a folder with all files below it but for hidden ones and linked folders. It need not be there yet.
     *
     * @param path the file or folder
     * @return this builder
     */
    public Builder path(Path path) {
      sets.add(FileSet.of(path));
      return this;
    }

    /**
     * Adds all files whose path matches a glob of {@link java.nio.file.FileSystem#getPathMatcher}, in which {@code *}
     * stays within a folder and {@code **} does not. It should match rotated files too, or what was not read before the
     * rotation is lost.
     *
     * @param pattern the glob, such as {@code /var/log/web/*.log*}
     * @return this builder
     * @throws java.util.regex.PatternSyntaxException if it is no glob
     */
    public Builder glob(String pattern) {
      sets.add(FileSet.glob(pattern));
      return this;
    }

    /**
     * Takes nothing that is in a file when the feed starts for the very first time. Default is to take it.
     *
     * @return this builder
     */
    public Builder startAtEnd() {
      atEnd = true;
      return this;
    }

    /**
     * Sets the limits of a line and a document.
     *
     * @param settings the limits; default {@link Settings#defaults()}
     * @return this builder
     */
    public Builder settings(Settings settings) {
      this.settings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Sets how much a batch has before it is handed over though there is more to read; a block of {@value
     * io.streamalert.local.framing.Framing#BLOCK_SIZE} bytes or one log may come on top.
     *
     * @param bytes the size, at least 1; default 1 MiB
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder batchBytes(int bytes) {
      this.batchBytes = atLeastOne(bytes, "bytes are needed in a batch");
      return this;
    }

    /**
     * Sets how long the feed waits, when there was nothing to read, before it looks again.
     *
     * @param time the time, at least a millisecond; default 1 second
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder pollEvery(Duration time) {
      this.poll = atLeastAMillisecond(time);
      return this;
    }

    /**
     * Sets how long a file must not change until its last line is taken though it has no end, and until a document or a
     * compressed file is taken.
     *
     * @param time the time, at least a millisecond; default 5 seconds
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder quietAfter(Duration time) {
      this.quiet = atLeastAMillisecond(time);
      return this;
    }

    /**
     * Sets how long the feed remembers a file that is gone, so that it is not read again where it turns up under another
     * name. Of such files the newest 1,000 are remembered.
     *
     * @param time the time, at least a millisecond; default 7 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder rememberFor(Duration time) {
      this.keep = atLeastAMillisecond(time);
      return this;
    }

    /**
     * Sets how many files are read. The checkpoint has about 400 bytes for each.
     *
     * @param files the number, at least 1; default {@value FileFeed#DEFAULT_MOST_FILES}
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder mostFiles(int files) {
      this.mostFiles = atLeastOne(files, "file is needed");
      return this;
    }

    private static int atLeastOne(int number, String what) {
      if (number < 1) {
        throw new IllegalArgumentException("At least 1 " + what + ", not " + number);
      }
      return number;
    }

    private static Duration atLeastAMillisecond(Duration time) {
      if (time.toMillis() < 1) {
        throw new IllegalArgumentException("At least a millisecond is needed, not " + time);
      }
      return time;
    }

    /**
     * Makes the feed.
     *
     * @return the feed
     * @throws IllegalStateException if there is neither a path nor a glob
     */
    public FileFeed build() {
      if (sets.isEmpty()) {
        throw new IllegalStateException("The feed " + name + " has no files; add a path or a glob");
      }
      return new FileFeed(this);
    }
  }
}
