package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeadProperties {

  private static final int MAX_DEPTH = 8;

  @Property
  void whatCannotBecomeJsonCannotWithMoreOfIt(@ForAll("content") String content) {
    boolean before = true;
    for (int length = 2; length <= content.length(); length++) {
      boolean now = mayBecomeJson(content, length);
      assertThat(before || !now).as("the first %d bytes of %s", length, content).isTrue();
      before = now;
    }
  }

  @Property
  void everyBeginningOfJsonMayBecomeJson(@ForAll("json") String json) {
    for (int length = 0; length <= json.length(); length++) {
      assertThat(mayBecomeJson(json, length))
          .as("the first %d bytes of %s", length, json)
          .isTrue();
    }
  }

  @Example
  void framesOfAWholeDocumentWithABadTextAndWordsBehindItDoNotDependOnBlocks() {
    String content =
        "\n".repeat(36) + "{\n\"aX\u00b0\":0}\r\ns\"\":0}\n\u00f9\u00ff\u00ff\u00ff\n.";
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    for (int limit = 1; limit <= bytes.length; limit++) {
      for (int blockSize = 1; blockSize < 34; blockSize++) {
        FramingLaws.check(bytes, limit, blockSize);
      }
    }
  }

  private static boolean mayBecomeJson(String content, int length) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    return new Head(bytes, length).mayBecomeJson(MAX_DEPTH);
  }

  @Provide
  Arbitrary<String> content() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "\\",
            "\\u00",
            "\u00b0",
            "\u00c3\u00a4",
            "\r\n",
            " ",
            "0",
            "-1.5e",
            "true",
            "nul",
            "x",
            "{\"a\":1}",
            "{\"a\u00b0\":0}")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> value = Arbitraries.of(
        "1", "-2.5e+7", "true", "null", "\"\"", "\"\\u00e4\\n\"", "\"\u00c3\u00a4\"", "[[], {}]");
    return value.list().ofMinSize(1).ofMaxSize(5).map(HeadProperties::document);
  }

  private static String document(List<String> values) {
    return " {\n\"R\": [" + String.join(" ,\r\n", values) + "], \"b\":{}}\n";
  }
}
