package io.streamalert.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.classify.DeadLetter;
import io.streamalert.record.RawLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedBatchTest {

  @Test
  void holdsWhatWasCollected() {
    RawLog first = RawLog.of("one");
    RawLog second = RawLog.of("three");
    DeadLetter letter = DeadLetter.of(RawLog.of("x"), "is too long");

    FeedBatch batch = FeedBatch.builder()
        .log(first)
        .logs(List.of(second))
        .refused(letter)
        .blankLines(2)
        .blankLines(1)
        .checkpoint("7")
        .key("request-1")
        .build();

    assertThat(batch.logs()).containsExactly(first, second);
    assertThat(batch.refused()).containsExactly(letter);
    assertThat(batch.blankLines()).isEqualTo(3);
    assertThat(batch.checkpoint()).contains("7");
    assertThat(batch.key()).contains("request-1");
    assertThat(batch.bytes()).isEqualTo(8);
    assertThat(batch.toString()).doesNotContain("three").doesNotContain("request-1");
  }

  @Test
  void refusesWhatCannotBe() {
    FeedBatch.Builder builder = FeedBatch.builder();
    assertThatIllegalArgumentException().isThrownBy(() -> builder.blankLines(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.key(" "));
    assertThat(builder.build().checkpoint()).isEmpty();
  }
}
