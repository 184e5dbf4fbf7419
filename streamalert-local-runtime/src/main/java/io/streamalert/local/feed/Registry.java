package io.streamalert.local.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which file is which: after each look into the folders it finds the generations of the files again, also under
 * other names, as copies and compressed. Not thread-safe.
 */
final class Registry {

  /** Of files that are gone no more than so many are remembered. */
  static final int MOST_GONE = 1_000;

  private final Problems problems;
  private final Duration keep;
  private final Duration quiet;
  private final Map<String, Generation> gone = new LinkedHashMap<>();
  private Map<String, Watched> watched = new LinkedHashMap<>();
  private long goneState;

  Registry(Collection<Generation> known, Problems problems, Duration keep, Duration quiet) {
    known.forEach(generation -> gone.put(generation.id(), generation));
    this.problems = problems;
    this.keep = keep;
    this.quiet = quiet;
  }

  /** The files that are there, each once whatever names it has. */
  Collection<Watched> watched() {
    return List.copyOf(watched.values());
  }

  /** All that is to be remembered. */
  List<Generation> generations() {
    List<Generation> all = new ArrayList<>();
    for (Watched file : watched.values()) {
      Generation generation = file.generation();
      if (generation != null) {
        all.add(generation);
      }
    }
    all.addAll(gone.values());
    return all;
  }

  /** Takes a look. */
  void look(Collection<SeenFile> files, long now) {
    Set<String> before = new HashSet<>(gone.keySet());
    Map<String, Watched> next = new LinkedHashMap<>();
    for (SeenFile file : files) {
      next.computeIfAbsent(file.identity(), identity -> seen(identity, file, now));
    }
    Map<String, Watched> old = watched;
    watched = next;
    old.forEach((identity, file) -> {
      if (!next.containsKey(identity)) {
        lose(file, now);
        problems.solved(file.file().path());
      }
    });
    next.values().stream().filter(Watched::isUnchecked).forEach(file -> check(file, now));
    findAgain();
    gone.replaceAll((id, generation) -> generation.goneSince(now));
    next.values().forEach(file -> file.hold(mayBeCopy(file, now)));
    reportLosses(before);
    forget(now);
  }

  private Watched seen(String identity, SeenFile file, long now) {
    Watched known = watched.get(identity);
    if (known == null) {
      return new Watched(file, now);
    }
    known.see(file, now);
    return known;
  }

  /** The file is not there any more, or is not what it was. */
  private void lose(Watched file, long now) {
    Generation generation = file.generation();
    if (generation != null) {
      gone.put(generation.id(), generation.goneSince(now));
      goneState++;
      file.attach(null);
    }
  }

  private void check(Watched file, long now) {
    try {
      file.checked(file.file().size() >= Peek.MAGIC && Peek.isPacked(file.file().path()));
      Generation generation = file.generation();
      if (generation != null && Sameness.of(generation, file).isExcluded()) {
        lose(file, now);
      } else if (generation != null) {
        file.took(generation.seenAs(file.file()));
      }
    } catch (IOException e) {
      problems.report(file.file().path(), e);
    }
  }

  /** The surest signs come first, so that no file takes the place of another. */
  private void findAgain() {
    List<Watched> unknown =
        watched.values().stream().filter(file -> file.isToCompare(goneState)).toList();
    unknown.forEach(file -> file.unsure(false));
    for (Sameness.Sign sign : Sameness.Sign.values()) {
      unknown.forEach(file -> findAgain(file, sign));
    }
    unknown.forEach(file -> file.compared(goneState));
  }

  private void findAgain(Watched file, Sameness.Sign sign) {
    if (file.generation() == null) {
      gone.values().stream()
          .filter(candidate -> isSame(candidate, file, sign))
          .findFirst()
          .ifPresent(candidate -> attach(file, candidate));
    }
  }

  private void attach(Watched file, Generation generation) {
    gone.remove(generation.id());
    file.attach(generation);
  }

  private boolean isSame(Generation candidate, Watched file, Sameness.Sign sign) {
    try {
      return sign.isBetween(candidate.file(), file.file())
          && Sameness.of(candidate, file).isSure(sign, isReplaced(candidate, file));
    } catch (IOException e) {
      problems.report(file.file().path(), e);
      file.unsure(true);
      return false;
    }
  }

  /** Whether there is another file in the place of a generation, as when a file was copied and then cut off. */
  private boolean isReplaced(Generation candidate, Watched than) {
    return watched.values().stream()
        .filter(file -> file != than)
        .anyMatch(file -> Sameness.Sign.KEY.isBetween(candidate.file(), file.file())
            || Sameness.Sign.PATH.isBetween(candidate.file(), file.file()));
  }

  /** A copy is made before the file is cut off, so for a while there are two of the same. */
  private boolean mayBeCopy(Watched file, long now) {
    return file.generation() == null
        && file.file().size() > 0
        && !file.isPacked()
        && !file.isQuiet(now, quiet)
        && watched.values().stream().anyMatch(other -> mayBeCopyOf(file, other));
  }

  private boolean mayBeCopyOf(Watched file, Watched original) {
    Generation generation = original.generation();
    if (generation == null || original.file().size() < file.file().size()) {
      return false;
    }
    try {
      return Sameness.of(generation, file).mayBecomeCopy();
    } catch (IOException e) {
      problems.report(file.file().path(), e);
      return true;
    }
  }

  private void reportLosses(Set<String> before) {
    for (Generation generation : gone.values()) {
      long unread = generation.file().size() - generation.progress().offset();
      boolean known = before.contains(generation.id()) || generation.packed();
      if (!known && generation.progress().units() == 0 && unread > 0) {
        problems.tell(
            generation.file().path(),
            "it was removed or cut off before its last " + unread
                + " bytes were read; they are read only if they turn up in another file");
      }
    }
  }

  private void forget(long now) {
    gone.values().removeIf(generation -> now - generation.gone() > keep.toMillis());
    if (gone.size() > MOST_GONE) {
      gone.values().stream()
          .sorted(Comparator.comparingLong(Generation::gone))
          .limit(gone.size() - MOST_GONE)
          .toList()
          .forEach(oldest -> gone.remove(oldest.id()));
    }
  }
}
