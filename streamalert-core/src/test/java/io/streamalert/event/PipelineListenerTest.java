package io.streamalert.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineListenerTest {

  private static final BatchSummary BATCH = BatchSummary.builder().rawLogs(1).build();

  private final List<String> heard = new ArrayList<>();

  @Test
  void allHearInOrder() {
    PipelineListener.all(hearing("first"), PipelineListener.none(), hearing("second"))
        .onBatch(BATCH);

    assertThat(heard).containsExactly("first 1", "second 1");
    assertThatCode(() -> PipelineListener.all().onBatch(BATCH)).doesNotThrowAnyException();
  }

  @Test
  void failureOfOneDoesNotKeepTheNewsFromOthers() {
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second");

    assertThatThrownBy(() -> PipelineListener.all(
                failing(first), hearing("other"), failing(second), failing(first))
            .onBatch(BATCH))
        .isSameAs(first)
        .hasSuppressedException(second);
    assertThat(heard).containsExactly("other 1");
  }

  private PipelineListener hearing(String name) {
    return summary -> heard.add(name + " " + summary.rawLogs());
  }

  private static PipelineListener failing(RuntimeException failure) {
    return summary -> {
      throw failure;
    };
  }
}
