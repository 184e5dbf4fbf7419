package io.streamalert.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;

/** Any text is a path, or is refused in one line; and a path can be followed through any value. */
class RecordPathFuzzTest {

  private static final List<FieldValue> VALUES = List.of(
      FieldValue.of(Map.of(
          "a",
          List.of(Map.of("b", 1, "c", List.of("x", "y")), Map.of("b", "2"), 3),
          "d",
          Map.of("e", 1.5, "f", true))),
      FieldValue.of(List.of(List.of(1, 2), "text", Map.of())),
      FieldValue.of("text"),
      FieldValue.of(null));

  @FuzzTest(maxDuration = "30s")
  void anyTextIsAPathOrIsRefused(byte[] expression) {
    RecordPath path;
    try {
      path = RecordPath.compile(new String(expression, UTF_8));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
      return;
    }
    for (FieldValue value : VALUES) {
      assertThat(path.find(value)).doesNotContainNull();
    }
  }
}
