package io.streamalert.local.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.LiveStreamAlert;
import io.streamalert.StreamAlert;
import io.streamalert.feed.FeedBatch;
import io.streamalert.record.RawLog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page about reliability. */
class DurableExamplesTest {

  private final StreamAlert streamAlert = CountingFeed.streamAlert();
  private final List<RawLog> logs = CountingFeed.of("request", 30).logs();

  @Test
  void logsOfTheOwnProgram(@TempDir Path folder) throws Exception {
    CountingFeed feed = CountingFeed.of("feed", 30);
    // docs: durable-runtime
    try (DurableRuntime runtime = DurableRuntime.builder(LiveStreamAlert.of(streamAlert), folder)
        .feeds(List.of(feed))
        .start()) {
      FeedBatch batch = FeedBatch.builder().logs(logs).key("request-17").build();
      runtime.submit(batch).toCompletableFuture().join(); // durable from here on
      // end
      assertThat(runtime.store().counters()).containsKey("raw_logs");
      runtime.awaitFeeds();
    }
  }
}
