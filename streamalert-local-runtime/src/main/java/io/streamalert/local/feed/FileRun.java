package io.streamalert.local.feed;

import io.streamalert.feed.FeedContext;
import io.streamalert.local.feed.FileReading.Manner;
import io.streamalert.local.feed.FileReading.Taken;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a feed of files: it looks into the folders from time to time, and in between gives each file its turn. Of
 * files that are read as a whole, compressed ones and documents, only one is open at a time. Not thread-safe.
 */
final class FileRun {

  /** What a run needs to know of its feed. */
  record Plan(
      Collection<FileSet> sets,
      Manner manner,
      int batchBytes,
      Duration poll,
      Duration quiet,
      Duration keep,
      int mostFiles) {}

  /** A file that is read as a whole: what it was when it was opened, and which generation it is. */
  private record Whole(
      Watched file, SeenFile asOpened, Generation generation, FileReading reading) {

    static Whole open(Watched file, Generation generation, Manner manner) throws IOException {
      FileReading reading = generation.progress().offset() > 0
          ? FileReading.lines(manner, generation, true)
          : FileReading.whole(manner, generation);
      return new Whole(file, file.file(), generation, reading);
    }
  }

  private final Plan plan;
  private final FeedContext context;
  private final Problems problems;
  private final Registry registry;
  private final Outbox outbox;
  private final Decision decision;
  private long nextLook = Long.MIN_VALUE;
  private @Nullable Whole whole;

  FileRun(Plan plan, FeedContext context, Collection<Generation> known) {
    this.plan = plan;
    this.context = context;
    this.problems = new Problems(context);
    this.registry = new Registry(known, problems, plan.keep, plan.quiet);
    this.outbox = new Outbox(context, plan.batchBytes);
    this.decision = new Decision(plan.manner);
  }

  /** Passes over all that the files hold now. */
  void startAtEnd() throws InterruptedException {
    look();
    for (Watched file : registry.watched()) {
      try {
        Progress end = Ends.of(file);
        if (!end.isNothing()) {
          file.took(generationOf(file).taken(end, file.isPacked()));
        }
      } catch (IOException e) {
        problems.report(file.file().path(), e);
      }
    }
    outbox.submit(this::checkpoint);
  }

  /** Reads until it is told to stop, or a batch could not be stored. */
  void run() throws IOException, InterruptedException {
    try {
      boolean idle = false;
      while (!outbox.hasFailed() && context.pause(idle ? plan.poll : Duration.ZERO)) {
        if (idle || now() >= nextLook) {
          look();
        }
        idle = !round();
      }
    } finally {
      closeWhole();
    }
  }

  private long now() {
    return context.clock().millis();
  }

  private void look() {
    Map<Path, SeenFile> found = new TreeMap<>();
    plan.sets.forEach(set -> set.look(found, problems));
    limit(found);
    long now = now();
    nextLook = now + plan.poll.toMillis();
    registry.look(found.values(), now);
  }

  private void limit(Map<Path, SeenFile> found) {
    List<Path> tooMany = found.keySet().stream().skip(plan.mostFiles).toList();
    if (!tooMany.isEmpty()) {
      problems.report(
          tooMany.get(0),
          "this file and all whose names come later are not read, as there are more than "
              + plan.mostFiles + ". Remove old files, or allow more");
      tooMany.forEach(found::remove);
    }
  }

  /** Gives each file one turn; returns whether anything was taken. */
  private boolean round() throws InterruptedException {
    boolean any = false;
    for (Watched file : registry.watched()) {
      any |= turn(file);
      if (outbox.isFull()) {
        outbox.submit(this::checkpoint);
        if (outbox.hasFailed() || !context.pause(Duration.ZERO)) {
          return false;
        }
      }
    }
    if (!outbox.isEmpty()) {
      outbox.submit(this::checkpoint);
    }
    return any;
  }

  private String checkpoint() {
    return Checkpoint.write(registry.generations());
  }

  private boolean turn(Watched file) {
    boolean quiet = file.isQuiet(now(), plan.quiet);
    boolean unknown = file.isUnchecked() || file.isHeld();
    if (unknown || file.file().size() == 0 || file.isDone(quiet)) {
      return false;
    }
    try {
      return switch (decision.of(file, quiet)) {
        case LINES -> lines(file, quiet);
        case WHOLE -> whole(file);
        case WAIT -> {
          file.done(quiet);
          yield false;
        }
      };
    } catch (EOFException e) {
      // It was cut off after the look: the next look finds out.
      return false;
    } catch (IOException e) {
      problems.report(file.file().path(), e);
      return false;
    }
  }

  private Generation generationOf(Watched file) {
    Generation known = file.generation();
    if (known != null) {
      return known.taken(known.progress(), file.isPacked());
    }
    String id = UUID.randomUUID().toString();
    return new Generation(id, file.file(), file.isPacked(), Progress.NOTHING, 0);
  }

  private boolean lines(Watched file, boolean quiet) throws IOException {
    Generation generation = generationOf(file);
    long left = file.file().size() - generation.progress().offset();
    boolean isLong = left > plan.manner.settings().maxDocumentBytes();
    if (isLong && !quiet && !file.hasGrown(left)) {
      file.done(false);
      return false;
    }
    try (FileReading reading = FileReading.lines(plan.manner, generation, quiet)) {
      Taken taken = reading.next();
      if (!Peek.holds(file.file().path(), generation.packed(), generation.progress())) {
        file.uncheck();
        return false;
      }
      boolean any = take(file, generation, taken, quiet);
      file.unfinished(any ? 0 : left);
      return any;
    }
  }

  private boolean whole(Watched file) throws IOException {
    Whole open = whole;
    if (open != null && open.file != file && isStillRead(open)) {
      return false;
    }
    if (open == null || open.file != file || !open.asOpened.equals(file.file())) {
      closeWhole();
      open = Whole.open(file, generationOf(file), plan.manner);
      whole = open;
    }
    Generation generation = file.generation();
    Taken taken = open.reading.next();
    boolean any = take(file, generation == null ? open.generation : generation, taken, true);
    if (!taken.more()) {
      closeWhole();
    }
    return any;
  }

  private boolean isStillRead(Whole open) {
    return open.asOpened.equals(open.file.file()) && registry.watched().contains(open.file);
  }

  private void closeWhole() throws IOException {
    Whole open = whole;
    whole = null;
    if (open != null) {
      open.reading.close();
    }
  }

  private boolean take(Watched file, Generation generation, Taken taken, boolean quiet) {
    Path path = file.file().path();
    taken.failure().ifPresentOrElse(e -> problems.report(path, e), () -> problems.solved(path));
    boolean any = !taken.progress().equals(generation.progress());
    if (any) {
      outbox.add(taken.frames());
      file.took(generation.taken(taken.progress(), generation.packed()));
    }
    if (!taken.more()) {
      file.done(quiet);
    }
    return any;
  }
}
