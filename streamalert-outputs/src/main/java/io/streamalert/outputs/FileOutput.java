package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends alerts to a file, each as one line of JSON: the whole publication. A line is on the disk
 * before it counts as delivered. Half a line that a crash or a full disk left behind gets a line
 * feed before the next one, so that no alert is mixed with it.
 *
 * <p>A file that would become too large, or is of an earlier period, is renamed: {@code alerts.jsonl}
 * becomes {@code alerts.jsonl.1}, that becomes {@code alerts.jsonl.2} and so on; the oldest are
 * deleted. Folders are not created.
 *
 * <p>A file that cannot be written is a reason to repeat the attempt later, a line that is too long
 * is rejected. The same alert may be there twice if its attempt was repeated. Thread-safe; a file
 * belongs to one output of one process.
 */
public final class FileOutput implements OutputDispatcher {

  /** The default of {@link Builder#maxBytes}: {@value} bytes, that is 100 MiB. */
  public static final long DEFAULT_MAX_BYTES = 100L * 1024 * 1024;

  /** The default of {@link Builder#keep}: {@value} files. */
  public static final int DEFAULT_KEEP = 10;

  /** The largest value of {@link Builder#keep}: {@value} files. */
  public static final int LIMIT_KEEP = 1_000;

  /** The largest value and the default of {@link Builder#maxLineBytes}: {@value}, that is 64 MiB. */
  public static final int LIMIT_LINE_BYTES = 64 * 1024 * 1024;

  private static final Duration DELAY = Duration.ofSeconds(30);

  private final OutputId id;
  private final LineFile file;
  private final RotatedFiles rotation;
  private final int maxLineBytes;
  private final Clock clock;
  private final Lock lock = new ReentrantLock();

  private FileOutput(Builder builder) {
    id = builder.id;
    file = new LineFile(builder.file);
    rotation = new RotatedFiles(builder.file, builder.maxBytes, builder.maxAge, builder.keep);
    maxLineBytes = builder.maxLineBytes;
    clock = builder.clock;
  }

  /**
   * Starts an output.
   *
   * @param id the name of the output
   * @param file the file, in a folder that exists; a relative path counts from the working directory
   * @return a new builder
   */
  public static Builder builder(OutputId id, Path file) {
    return new Builder(id, file);
  }

  @Override
  public OutputId id() {
    return id;
  }

  @Override
  public Delivery dispatch(DeliveryRequest request) {
    byte[] line = (request.publication().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
    if (line.length > maxLineBytes) {
      return Delivery.rejected("The publication has " + line.length + " bytes, more than the "
          + maxLineBytes + " that a line may have.");
    }
    if (!isMyTurn(request)) {
      return Delivery.retryAfter(Duration.ZERO, "There was no time left to write.");
    }
    try {
      return append(line);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for others until the deadline. */
  private boolean isMyTurn(DeliveryRequest request) {
    Duration left = request.timeLeft(clock.instant());
    try {
      return !left.isZero()
          && lock.tryLock(TimeUnit.MILLISECONDS.convert(left), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Delivery append(byte[] line) {
    Instant now = clock.instant();
    try {
      rotation.makeRoom(line.length, now);
      boolean safe = file.append(line);
      rotation.written(now);
      return safe
          ? Delivery.delivered()
          : Delivery.unknown("The line is written, but it may not be on the disk yet.");
    } catch (IOException e) {
      return Delivery.retryAfter(DELAY, file.problem(e));
    }
  }

  @Override
  public String toString() {
    return "FileOutput[" + id + "]";
  }

  /** Collects what there is to say of an output. A builder belongs to one thread. */
  public static final class Builder {

    private final OutputId id;
    private final Path file;
    private long maxBytes = DEFAULT_MAX_BYTES;
    private int maxLineBytes = LIMIT_LINE_BYTES;
    private int keep = DEFAULT_KEEP;
    private Optional<Duration> maxAge = Optional.empty();
    private Clock clock = Clock.systemUTC();

    private Builder(OutputId id, Path file) {
      this.id = Objects.requireNonNull(id, "id");
      this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * Sets how large a file may become. A single line that is longer has a file of its own.
     *
     * @param bytes the limit in bytes, at least 1; default {@value FileOutput#DEFAULT_MAX_BYTES}
     * @return this builder
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public Builder maxBytes(long bytes) {
      maxBytes = inRange("maxBytes", bytes, Long.MAX_VALUE);
      return this;
    }

    /**
     * Sets how long a line may be; a longer one is rejected.
     *
     * @param bytes the limit in bytes with the line feed, 1 to {@value FileOutput#LIMIT_LINE_BYTES},
     *     which is the default
     * @return this builder
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Builder maxLineBytes(int bytes) {
      maxLineBytes = (int) inRange("maxLineBytes", bytes, LIMIT_LINE_BYTES);
      return this;
    }

    /**
     * Sets for how long a file takes lines. Time is cut into periods of this length, counted from
     * 1970 in UTC; a file holds lines of one period. With 24 hours there is one file a day, on the
     * days that have an alert.
     *
     * @param age the length in whole seconds, at least 1; by default a file never becomes too old
     * @return this builder
     * @throws IllegalArgumentException if it is less than a second
     */
    public Builder maxAge(Duration age) {
      inRange("maxAge in seconds", age.toSeconds(), Long.MAX_VALUE);
      maxAge = Optional.of(age);
      return this;
    }

    /**
     * Sets how many renamed files are kept beside the one that is written.
     *
     * @param files the number, 1 to {@value FileOutput#LIMIT_KEEP}; default {@value
     *     FileOutput#DEFAULT_KEEP}
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public Builder keep(int files) {
      keep = (int) inRange("keep", files, LIMIT_KEEP);
      return this;
    }

    /**
     * Sets the clock that tells the age of files and the time that an attempt has left.
     *
     * @param clock the clock; default the system's
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the output. Touches no file.
     *
     * @return the output
     */
    public FileOutput build() {
      return new FileOutput(this);
    }

    private static long inRange(String name, long value, long limit) {
      if (value < 1 || value > limit) {
        throw new IllegalArgumentException(name + " must be at least 1"
            + (limit == Long.MAX_VALUE ? "" : " and at most " + limit) + ", but is " + value);
      }
      return value;
    }
  }
}
