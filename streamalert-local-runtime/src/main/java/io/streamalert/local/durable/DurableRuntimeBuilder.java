package io.streamalert.local.durable;

import io.streamalert.LiveStreamAlert;
import io.streamalert.feed.LogFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.LoggerFactory;

/** Collects what a {@link DurableRuntime} needs. Belongs to one thread. */
public final class DurableRuntimeBuilder {

  /** How much content may be under way by default, in MiB: {@value}. */
  public static final int DEFAULT_MEBIBYTES_UNDER_WAY = 64;

  /** How long a feed rests by default after it failed, in seconds: {@value}. */
  public static final int DEFAULT_REST_SECONDS = 5;

  private static final int BATCHES_A_WORKER = 4;

  final LiveStreamAlert streamAlert;
  final Path folder;
  List<LogFeed> feeds = List.of();
  int workers = Runtime.getRuntime().availableProcessors();
  long mostBytes = (long) DEFAULT_MEBIBYTES_UNDER_WAY << 20;
  Clock clock = Clock.systemUTC();
  Duration rest = Duration.ofSeconds(DEFAULT_REST_SECONDS);
  boolean journal = true;
  BiConsumer<String, String> reports = (place, problem) ->
      LoggerFactory.getLogger(DurableRuntime.class).warn("{}: {}", place, problem);

  DurableRuntimeBuilder(LiveStreamAlert streamAlert, Path folder) {
    this.streamAlert = Objects.requireNonNull(streamAlert, "streamAlert");
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  /**
   * Sets where raw logs come from.
   *
   * @param newFeeds the feeds; none by default
   * @return this builder
   * @throws IllegalArgumentException if two have one name, or one is called {@value
   *     DurableRuntime#EMBEDDED}
   */
  public DurableRuntimeBuilder feeds(Collection<? extends LogFeed> newFeeds) {
    Set<String> names = new HashSet<>(Set.of(DurableRuntime.EMBEDDED));
    for (LogFeed feed : newFeeds) {
      if (!names.add(feed.name())) {
        throw new IllegalArgumentException(
            "The name \"" + feed.name() + "\" is taken: give each feed a name of its own");
      }
    }
    feeds = List.copyOf(newFeeds);
    return this;
  }

  /**
   * Sets how many threads classify and run rules.
   *
   * @param number the number, at least 1; default that of the processors
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public DurableRuntimeBuilder workers(int number) {
    workers = atLeastOne("worker", number);
    return this;
  }

  /**
   * Sets how much may be under way: who hands over more has to wait.
   *
   * @param bytes the content of all batches that are not stored yet; one batch is let in at any size
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public DurableRuntimeBuilder bytesUnderWay(int bytes) {
    mostBytes = atLeastOne("byte", bytes);
    return this;
  }

  /**
   * Sets whether records are kept, for searches, in the folder's {@code journal}.
   *
   * @param kept whether they are; default true
   * @return this builder
   */
  public DurableRuntimeBuilder journal(boolean kept) {
    journal = kept;
    return this;
  }

  /**
   * Sets the clock.
   *
   * @param newClock the clock; default the system's
   * @return this builder
   */
  public DurableRuntimeBuilder clock(Clock newClock) {
    clock = Objects.requireNonNull(newClock, "clock");
    return this;
  }

  /**
   * Sets how long a feed rests after it failed, before it is run again.
   *
   * @param time the time, not negative; default {@value #DEFAULT_REST_SECONDS} seconds
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public DurableRuntimeBuilder rest(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A rest must not be negative, but is " + time);
    }
    rest = time;
    return this;
  }

  /**
   * Sets who hears of what feeds could not read.
   *
   * @param heard gets the place and the problem; default a warning in the log
   * @return this builder
   */
  public DurableRuntimeBuilder reports(BiConsumer<String, String> heard) {
    reports = Objects.requireNonNull(heard, "heard");
    return this;
  }

  /**
   * Opens the folder and starts the feeds.
   *
   * @return the running runtime, to be closed
   * @throws io.streamalert.settings.ConfigException if the folder cannot be used
   */
  public DurableRuntime start() {
    return new DurableRuntime(this);
  }

  int mostBatches() {
    return workers * BATCHES_A_WORKER;
  }

  private static int atLeastOne(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException("At least 1 " + what + " is needed, not " + number);
    }
    return number;
  }
}
