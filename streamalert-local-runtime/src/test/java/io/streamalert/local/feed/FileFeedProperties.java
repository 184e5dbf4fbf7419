package io.streamalert.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.feed.LogFolder.Content;
import io.streamalert.local.feed.LogFolder.Kind;
import io.streamalert.record.LogSource;
import io.streamalert.record.RawLog;
import io.streamalert.testkit.TestFeedContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens to files, everything in them is taken once, unless it was removed before it could be read. */
class FileFeedProperties {

  /** Something that happens to the files. */
  record Event(Kind kind, int number) {}

  /**
   * One life of a process.
   *
   * @param before what happens before it starts
   * @param during what happens at its pauses
   * @param failingBatch which of its batches is not stored, if it comes to that
   * @param seconds how long nothing happens until it ends
   */
  record Life(List<Event> before, List<Event> during, int failingBatch, int seconds) {}

  @Provide
  Arbitrary<List<Life>> lives() {
    Arbitrary<Event> event = Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Kind.LINES)), Tuple.of(5, Arbitraries.of(Kind.class))),
            Arbitraries.integers().between(0, 60))
        .as(Event::new);
    Arbitrary<Life> life = Combinators.combine(
            event.list().ofMaxSize(4),
            event.list().ofMaxSize(12),
            Arbitraries.integers().between(1, 20),
            Arbitraries.of(1, 3, 12))
        .as(Life::new);
    return life.list().ofMinSize(1).ofMaxSize(5);
  }

  @Property(tries = 2000, shrinking = net.jqwik.api.ShrinkingMode.OFF)
  void everythingIsTakenOnce(@ForAll("lives") List<Life> lives) throws Exception {
    try (LogFolder folder = new LogFolder()) {
      TestFeedContext context = TestFeedContext.create();
      for (Life life : lives) {
        life.before().forEach(event -> folder.happen(event.kind(), event.number()));
        live(life, folder, context);
      }
      context.failAtBatch(Integer.MAX_VALUE / 2).endAfterIdle(Duration.ofMinutes(1));
      run(folder, context);
      check(folder, context);
    }
  }

  private static void live(Life life, LogFolder folder, TestFeedContext context)
      throws IOException, InterruptedException {
    Deque<Event> events = new ArrayDeque<>(life.during());
    context.failAtBatch(life.failingBatch()).endAfterIdle(Duration.ofSeconds(life.seconds()));
    context.atPause(() -> {
      if (!events.isEmpty()) {
        Event event = events.remove();
        folder.happen(event.kind(), event.number());
      }
    });
    run(folder, context);
    context.atPause(() -> {});
  }

  private static void run(LogFolder folder, TestFeedContext context)
      throws IOException, InterruptedException {
    context.run(FileFeed.builder("files", LogSource.of("file", "logs"))
        .path(folder.path())
        .batchBytes(70)
        .build());
  }

  /** Logs of one generation are from one content, none of them overlap, and all generations are of different contents. */
  private static void check(LogFolder folder, TestFeedContext context) {
    Map<String, List<RawLog>> generations = context.logs().stream()
        .collect(Collectors.groupingBy(
            log -> log.position().parts().get(0), TreeMap::new, Collectors.toList()));
    List<Content> left = new ArrayList<>(folder.contents());
    generations.forEach((id, logs) -> {
      Content content = left.stream()
          .filter(candidate -> logs.stream().allMatch(log -> isIn(candidate, log)))
          .findFirst()
          .orElseThrow(() -> new AssertionError(
              "read twice, or never written: " + logs.get(0) + " " + logs.get(0).text()));
      left.remove(content);
      checkTaken(content, logs);
    });
    assertThat(left).filteredOn(content -> !content.mayBeLost()).isEmpty();
  }

  private static boolean isIn(Content content, RawLog log) {
    return content.text().startsWith(log.text().orElseThrow(), offset(log));
  }

  private static int offset(RawLog log) {
    return Integer.parseInt(log.position().parts().get(1));
  }

  private static void checkTaken(Content content, List<RawLog> logs) {
    StringBuilder left = new StringBuilder(content.text());
    for (RawLog log : logs) {
      for (int i = offset(log); i < offset(log) + log.size(); i++) {
        assertThat(left.charAt(i)).as("byte %d is taken once", i).isNotEqualTo('\n');
        left.setCharAt(i, '\n');
      }
    }
    if (!content.mayBeLost()) {
      assertThat(left.toString()).as("what was left").isBlank();
    }
  }
}
