package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir
  private Path folder;

  @Test
  void onlyWhatIsConfirmedIsRead() {
    try (Sandbox box = new Sandbox(folder)) {
      JournalEnd first = box.append(1, 0, 3);
      assertThat(box.journal().segments()).isEmpty();

      box.journal().confirm();

      assertThat(box.journal().committed()).isEqualTo(new Committed(1, first));
      assertThat(box.read()).isEqualTo(Sandbox.told(1, 0, 3));
    }
  }

  @Test
  void anUndoneAppendIsGone() {
    try (Sandbox box = new Sandbox(folder)) {
      box.append(1, 0, 3);
      box.journal().undo();
      box.commit(1, 10, 2);
      box.append(2, 20, 2);
      box.journal().undo();

      assertThat(box.read()).isEqualTo(Sandbox.told(1, 10, 2));
      assertThat(box.reopen().read()).isEqualTo(Sandbox.told(1, 10, 2));
    }
  }
}
