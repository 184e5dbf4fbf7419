package io.streamalert.local.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.LiveStreamAlert;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that stores, again and again, until nothing is left to store. */
class CrashTest {

  private static final int KILLS = 20;
  private static final int LOGS = 40_000;

  @TempDir
  Path folder;

  /** A process that stores until it is killed. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) throws Exception {
      try (DurableRuntime runtime = runtime(Path.of(args[0]))) {
        runtime.awaitFeeds();
      }
    }
  }

  private static List<CountingFeed> feeds() {
    return List.of(CountingFeed.of("left", LOGS), CountingFeed.of("right", LOGS));
  }

  private static DurableRuntime runtime(Path state) {
    return DurableRuntime.builder(LiveStreamAlert.of(CountingFeed.streamAlert()), state)
        .feeds(feeds())
        .workers(2)
        .start();
  }

  @Test
  void nothingIsLostAndNothingCountsTwice() throws Exception {
    Path state = folder.resolve("state");
    Random random = new Random(20_261_124);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      killed += runAndKill(state, 300 + random.nextInt(900)) ? 1 : 0;
    }

    try (DurableRuntime runtime = runtime(state)) {
      runtime.awaitFeeds();
    }

    assertThat(killed).isPositive();
    StoredState.assertComplete(state, feeds());
  }

  /** Whether the process was killed before it had done all. */
  private static boolean runAndKill(Path state, int millis) throws Exception {
    Process child = start(state);
    try {
      return !child.waitFor(millis, TimeUnit.MILLISECONDS);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path state) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            state.toString())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }
}
