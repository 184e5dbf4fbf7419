package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.journal.FaultyFiles.Loss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the power away, or lets the disk be full, at each operation of a scenario. */
class JournalCrashTest {

  /** A block of the scenario has about 300 bytes, so segments get two to three of them. */
  private static final SegmentLimits SMALL = new SegmentLimits(600, Duration.ofHours(1));

  private static final int COMMITS = 12;
  private static final int SEEDS = 6;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource(Loss.class)
  void aCrashAtAnyOperationLosesNothingAndShowsNothingTwice(Loss loss) throws IOException {
    int seeds = loss == Loss.SOME ? SEEDS : 1;
    for (int seed = 0; seed < seeds; seed++) {
      int operation = 0;
      while (crashesAt(operation, loss, seed)) {
        operation++;
      }
      assertThat(operation).isGreaterThan(40);
    }
  }

  /** Returns false if the scenario ends before the operation. */
  private boolean crashesAt(int operation, Loss loss, int seed) throws IOException {
    FaultyFiles files = new FaultyFiles();
    Scenario scenario = new Scenario(files, loss + "-" + seed + "-" + operation);
    files.failAt(operation, Integer.MAX_VALUE);
    boolean crashed = scenario.runs();
    files.crash(loss, seed);
    scenario.check("operation " + operation + ", " + loss + ", seed " + seed);
    return crashed;
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void aCrashOfTheRecoveryIsRecoveredToo(Loss loss) throws IOException {
    for (int operation = 0; operation < 60; operation += 3) {
      int second = 0;
      while (crashesTwice(operation, second, loss)) {
        second++;
      }
    }
  }

  private boolean crashesTwice(int operation, int second, Loss loss) throws IOException {
    FaultyFiles files = new FaultyFiles();
    Scenario scenario = new Scenario(files, "twice-" + loss + "-" + operation + "-" + second);
    files.failAt(operation, Integer.MAX_VALUE);
    scenario.runs();
    files.crash(loss, operation);
    files.failAt(files.operations() + second, Integer.MAX_VALUE);
    boolean crashed = scenario.failsToOpen();
    files.crash(loss, second);
    scenario.check("operation " + operation + ", then " + second + ", " + loss);
    return crashed;
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTHING", "SOME"})
  void aFullDiskAtAnyOperationIsOvercomeWithoutARestart(Loss loss) throws IOException {
    for (int count = 1; count <= 3; count += 2) {
      int operation = 0;
      boolean failed = true;
      while (failed) {
        FaultyFiles files = new FaultyFiles();
        Scenario scenario = new Scenario(files, "full-" + loss + "-" + count + "-" + operation);
        files.failAt(operation, count);
        failed = scenario.runsInTheEnd();
        scenario.checkOpen();
        files.crash(loss, operation);
        scenario.check("operation " + operation + " to " + (operation + count) + ", " + loss);
        operation++;
      }
    }
  }

  /** Commits, an undone append, a seal and drops, with all that has to be there in the end. */
  private final class Scenario {

    private final FaultyFiles files;
    private final Path place;
    private final List<Expected> expected = new ArrayList<>();
    private final Sandbox box;
    private int failures;

    private record Expected(long segment, List<String> told) {}

    Scenario(FaultyFiles files, String name) {
      this.files = files;
      this.place = folder.resolve(name);
      this.box = new Sandbox(place, files, SMALL);
    }

    /** Returns whether an operation failed; the rest is then left out. */
    boolean runs() {
      try {
        for (int step = 1; step <= COMMITS; step++) {
          step(step);
        }
        return false;
      } catch (UncheckedIOException e) {
        return true;
      }
    }

    /** The same, but each step is tried until it is done. */
    boolean runsInTheEnd() {
      for (int step = 1; step <= COMMITS; step++) {
        while (!isDone(step)) {
          failures++;
        }
      }
      return failures > 0;
    }

    private boolean isDone(int step) {
      int before = expected.size();
      try {
        step(step);
        return true;
      } catch (UncheckedIOException e) {
        assertThat(e).hasMessageContaining(place.toString()).hasMessageContaining("No space left");
        return expected.size() > before;
      }
    }

    private void step(int step) {
      if (step % 4 == 0) {
        box.append(step, 1000 * step, 5);
        box.journal().undo();
      }
      if (step == 8) {
        box.journal().seal();
      }
      box.commit(step, 10 * step, 2);
      expected.add(new Expected(box.state().end().segment(), Sandbox.told(step, 10 * step, 2)));
      if (step == 5) {
        box.journal().seal();
      }
      if (step % 6 == 0) {
        drop();
      }
    }

    private void drop() {
      List<Segment> dropped =
          box.journal().segments().stream().filter(Segment::sealed).limit(2).toList();
      expected.removeIf(each -> dropped.stream().anyMatch(one -> one.number() == each.segment()));
      box.drop(dropped);
    }

    boolean failsToOpen() {
      try {
        box.reopen();
        return false;
      } catch (io.streamalert.settings.ConfigException e) {
        return true;
      }
    }

    void checkOpen() {
      assertThat(box.read()).isEqualTo(told());
    }

    void check(String when) {
      box.reopen();
      assertThat(box.read()).as(when).isEqualTo(told());
      assertThat(records()).as(when).isEqualTo(told().size());
      assertThat(box.journal().committed()).as(when).isEqualTo(box.state());
      box.commit(100, 5000, 2);
      assertThat(box.read()).as(when).endsWith(Sandbox.told(100, 5000, 2).toArray(String[]::new));
      assertThat(box.reopen().read()).as(when).hasSize(told().size() + 2);
      box.close();
    }

    private long records() {
      return box.journal().segments().stream().mapToLong(Segment::records).sum();
    }

    private List<String> told() {
      return expected.stream().flatMap(each -> each.told().stream()).toList();
    }
  }
}
