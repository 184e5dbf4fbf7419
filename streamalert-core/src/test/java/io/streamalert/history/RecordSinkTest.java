package io.streamalert.history;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSinkTest {

  @Test
  void noneTakesEverything() {
    assertThatCode(() -> RecordSink.none().accept(List.of())).doesNotThrowAnyException();
  }
}
