package io.streamalert.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.event.BatchSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private final List<Long> seen = new ArrayList<>();
  private final Pipeline pipeline =
      new Pipeline(2, 10, result -> seen.add(result.summary().rawLogs()));

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void resultsComeInTheOrderOfTheWork() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    pipeline.submit("first", 1, () -> {
      secondIsDone.await();
      return result(1);
    });
    pipeline.submit("second", 1, () -> {
      secondIsDone.countDown();
      return result(2);
    });

    pipeline.finish();

    assertThat(seen).containsExactly(1L, 2L);
  }

  @Test
  void bytesUnderWayAreBounded() {
    pipeline.submit("a", 6, () -> result(1));
    pipeline.submit("b", 4, () -> result(2));
    assertThat(seen).isEmpty();

    pipeline.submit("c", 6, () -> result(3));
    assertThat(seen).containsExactly(1L);

    pipeline.makeRoom(4);
    assertThat(seen).containsExactly(1L, 2L);

    pipeline.submit("larger than all", 100, () -> result(4));
    assertThat(seen).containsExactly(1L, 2L, 3L);
  }

  @Test
  void batchesUnderWayAreBounded() {
    for (int i = 1; i <= 8; i++) {
      int number = i;
      pipeline.submit("batch", 0, () -> result(number));
    }

    assertThat(seen).containsExactly(1L, 2L, 3L);
  }

  @Test
  void anErrorIsPassedOnAsItIs() {
    pipeline.submit("work", 1, () -> {
      throw new OutOfMemoryError("full");
    });

    assertThatThrownBy(pipeline::finish).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void anInterruptedRunSaysSo() {
    pipeline.submit("work", 1, () -> {
      new CountDownLatch(1).await();
      return result(1);
    });
    Thread.currentThread().interrupt();

    assertThatThrownBy(pipeline::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aClosedPipelineTakesNoWork() {
    pipeline.close();

    assertThatThrownBy(() -> pipeline.submit("work", 1, () -> result(1)))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static BatchResult result(int rawLogs) {
    BatchSummary summary = BatchSummary.builder().rawLogs(rawLogs).build();
    return new BatchResult(summary, List.of(), List.of(), List.of(), List.of());
  }
}
