package io.streamalert.local.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/** Opens a {@link Journal}. Belongs to one thread. */
public final class JournalBuilder {

  private static final int DIGITS = 32;

  final Path folder;
  final UUID instance;
  final Committed committed;
  SegmentLimits limits = SegmentLimits.DEFAULTS;
  Clock clock = Clock.systemUTC();
  JournalFiles files = new DiskFiles();

  JournalBuilder(Path folder, String instanceId, Committed committed) {
    this.folder = Objects.requireNonNull(folder, "folder").toAbsolutePath();
    this.instance = instance(instanceId);
    this.committed = Objects.requireNonNull(committed, "committed");
  }

  private static UUID instance(String id) {
    if (Objects.requireNonNull(id, "instanceId").length() != DIGITS) {
      throw new IllegalArgumentException(
          "An instance id has 32 hexadecimal digits, but this one " + id.length() + " characters");
    }
    int half = DIGITS / 2;
    return new UUID(
        HexFormat.fromHexDigitsToLong(id, 0, half),
        HexFormat.fromHexDigitsToLong(id, half, DIGITS));
  }

  /**
   * Sets when a new segment is begun.
   *
   * @param newLimits size and age; default {@link SegmentLimits#DEFAULTS}
   * @return this builder
   */
  public JournalBuilder limits(SegmentLimits newLimits) {
    limits = Objects.requireNonNull(newLimits, "limits");
    return this;
  }

  /**
   * Sets where the age of a segment is known from.
   *
   * @param newClock the clock; default that of the system
   * @return this builder
   */
  public JournalBuilder clock(Clock newClock) {
    clock = Objects.requireNonNull(newClock, "clock");
    return this;
  }

  JournalBuilder files(JournalFiles newFiles) {
    files = newFiles;
    return this;
  }

  /**
   * Opens the journal. First what a crash left is put away: part of a block is cut, whole blocks that were never
   * committed move to the folder {@code orphans}, and segments that were dropped are deleted.
   *
   * @return the open journal
   * @throws io.streamalert.settings.ConfigException if the folder cannot be used, or is not the one
   *     of the state file: it is of another instance or a newer version, lacks what was committed,
   *     or goes on behind that by more than a crash can leave. Nothing was changed then
   */
  public Journal open() {
    try {
      Recovery recovery = new Recovery(files, folder, instance, committed);
      recovery.run();
      return new Journal(this, recovery);
    } catch (IOException e) {
      throw Failures.unusable(folder, e);
    }
  }
}
