package io.streamalert.local.feed;

import java.io.IOException;

/** Whether a file is what was read before, perhaps elsewhere. What counts is its content; signs decide where that may be equal by chance. */
final class Sameness {

  /** What two looks at a file may have in common, the surest first. */
  enum Sign {
    /** The file system says that it is the same file. */
    KEY,
    /** It has the same name. */
    PATH,
    /** Nothing but the content. */
    NONE;

    boolean isBetween(SeenFile before, SeenFile now) {
      return switch (this) {
        case KEY -> !now.key().isEmpty() && now.key().equals(before.key());
        case PATH -> now.path().equals(before.path());
        case NONE -> true;
      };
    }
  }

  private final Generation generation;
  private final Watched file;
  private final boolean content;

  private Sameness(Generation generation, Watched file, boolean content) {
    this.generation = generation;
    this.file = file;
    this.content = content;
  }

  static Sameness of(Generation generation, Watched file) throws IOException {
    boolean holds = Peek.holds(file.file().path(), file.isPacked(), generation.progress());
    return new Sameness(generation, file, holds);
  }

  /** Whether the file under the same key cannot be what it was, be it cut off or another one. */
  boolean isExcluded() {
    return !content || isReused();
  }

  /** A key can be given to a new file, which then has another name and another time but perhaps the same content. */
  private boolean isReused() {
    SeenFile before = generation.file();
    SeenFile now = file.file();
    return !Sign.PATH.isBetween(before, now)
        && before.size() == now.size()
        && before.modified() != now.modified();
  }

  /**
   * Whether the file is what was read before.
   *
   * @param sign what they have in common
   * @param replaced whether another file has taken the place of what was read
   */
  boolean isSure(Sign sign, boolean replaced) {
    return switch (sign) {
      case KEY -> !isExcluded();
      case PATH -> content;
      case NONE -> content && generation.progress().first().length() > 0 && mayBeMoved(replaced);
    };
  }

  /** Equal documents, each removed before the next is written, are not one that is moved. */
  private boolean mayBeMoved(boolean replaced) {
    SeenFile before = generation.file();
    SeenFile now = file.file();
    boolean keysTell = !before.key().isEmpty() && !now.key().isEmpty();
    if (keysTell && before.key().equals(now.key())) {
      return false;
    }
    boolean wasPacked = file.isPacked() && !generation.packed();
    return wasPacked || replaced || !keysTell || before.modified() == now.modified();
  }

  /** Whether the file is, as far as it goes, a copy of one that is there too. */
  boolean mayBecomeCopy() throws IOException {
    Progress taken = generation.progress();
    boolean shorter = file.file().size() < taken.offset();
    return taken.first().length() > 0
        && (content || (shorter && Peek.hasMark(file.file().path(), false, taken.first())));
  }
}
