package io.streamalert.local.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run remembers of a file that is there. Not thread-safe. */
final class Watched {

  private SeenFile file;
  private long changed;
  private boolean unchecked = true;
  private boolean held;
  private boolean unsure;
  private boolean packed;
  private long compared = -1;
  private long unfinished;
  private @Nullable Generation generation;
  private @Nullable SeenFile done;
  private boolean doneQuiet;

  Watched(SeenFile file, long now) {
    this.file = file;
    this.changed = now;
  }

  /** Takes a new look at the same file. */
  void see(SeenFile now, long time) {
    boolean same = now.isUnchangedSince(file);
    unchecked |= !same || !now.path().equals(file.path());
    if (!same) {
      changed = time;
      compared = -1;
    }
    file = now;
  }

  SeenFile file() {
    return file;
  }

  @Nullable
  Generation generation() {
    return generation;
  }

  /** Sets which generation the file is, as it is seen now; null if that is not known yet. */
  void attach(@Nullable Generation of) {
    generation = of == null ? null : of.seenAs(file);
    done = null;
    unfinished = 0;
    held = false;
    if (of == null) {
      compared = -1;
    }
  }

  void took(Generation further) {
    generation = further;
  }

  /** Whether it was changed or renamed since it was last checked to be what it was. */
  boolean isUnchecked() {
    return unchecked;
  }

  /** Notes that its content is not what it was, though neither size nor time tell. */
  void uncheck() {
    unchecked = true;
  }

  void checked(boolean isPacked) {
    unchecked = false;
    packed = isPacked;
  }

  boolean isPacked() {
    return packed;
  }

  boolean isQuiet(long now, Duration quiet) {
    return now - changed >= quiet.toMillis();
  }

  /** Whether it is not to be read for now, as it may be a copy of another file. */
  boolean isHeld() {
    return held || unsure;
  }

  /** Notes whether it could not be compared. */
  void unsure(boolean now) {
    unsure = now;
  }

  void hold(boolean now) {
    held = now;
  }

  /** Whether it has to be compared with the generations that have no file in this state of theirs. */
  boolean isToCompare(long state) {
    return generation == null && file.size() > 0 && compared != state;
  }

  void compared(long state) {
    compared = unsure ? -1 : state;
  }

  /** Notes that there is nothing to take before it changes or, unless it is quiet already, becomes quiet. */
  void done(boolean quiet) {
    done = file;
    doneQuiet = quiet;
  }

  boolean isDone(boolean quiet) {
    return done != null && file.isUnchangedSince(done) && (doneQuiet || !quiet);
  }

  /**
   * Whether what has no end yet, and is read from its start each time, grew by an eighth: else the work would grow with
   * the square of its length.
   */
  boolean hasGrown(long length) {
    return length >= unfinished + unfinished / Byte.SIZE;
  }

  /** Notes how long a part is that has no end yet. */
  void unfinished(long length) {
    unfinished = length;
  }
}
