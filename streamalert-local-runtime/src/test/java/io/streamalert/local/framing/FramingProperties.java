package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.framing.Frames.Frame;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FramingProperties {

  private static final Settings DEFAULTS = Settings.defaults();

  @Property
  void messagesAreExactlyTheLinesThatAreNotBlank(
      @ForAll("content") String content, @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    Frames frames = Frames.of("kinesis", latin(content), DEFAULTS, blockSize);
    Frames expected = lines(content);

    assertThat(frames.logs).isEqualTo(expected.logs);
    assertThat(frames.blank).isEqualTo(expected.blank);
  }

  @Property
  void filesAreADocumentOrElseLinesWhateverTheBlocks(
      @ForAll("content") String content, @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    Frames frames = Frames.of("s3", latin(content), DEFAULTS, blockSize);
    Frames expected = isJson(content) ? document(content) : lines(content);

    assertThat(frames.logs).isEqualTo(expected.logs);
    assertThat(frames.blank).isEqualTo(expected.blank);
  }

  @Property
  void gzipInAnyNumberOfMembersIsTheSame(
      @ForAll("contents") List<String> parts,
      @ForAll @IntRange(min = 1, max = 40) int blockSize,
      @ForAll @IntRange(min = 1, max = 40) int atOnce) {
    byte[] plain = latin(String.join("", parts));
    byte[] gzip = Bytes.join(parts.stream().map(p -> Bytes.gzip(latin(p))).toArray(byte[][]::new));

    Frames expected = Frames.of("s3", plain, DEFAULTS, blockSize);
    Frames frames = Frames.of("s3", Bytes.trickle(gzip, atOnce), DEFAULTS, blockSize);

    assertThat(frames.logs).isEqualTo(expected.logs);
    assertThat(frames.blank).isEqualTo(expected.blank);
  }

  @Property
  void underATightLimitEachLineIsALogOrOverlongOrBlank(
      @ForAll("content") String content,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    Settings tight = Settings.builder().maxDocumentBytes(limit).build();
    Frames frames = Frames.of("sns", latin(content), tight, blockSize);
    Frames expected = lines(content);

    assertThat(frames.blank).isEqualTo(expected.blank);
    assertThat(frames.logs)
        .isEqualTo(
            expected.logs.stream().filter(f -> f.text().length() <= limit).toList());
    assertThat(frames.overlong.stream().map(o -> new Frame(o.place(), o.kept())))
        .isEqualTo(expected.logs.stream()
            .filter(f -> f.text().length() > limit)
            .map(f -> new Frame(f.place(), f.text().substring(0, limit)))
            .toList());
  }

  @Property
  void nothingIsLostUnderATightLimit(
      @ForAll("content") String content,
      @ForAll @IntRange(min = 1, max = 60) int limit,
      @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    FramingLaws.check(latin(content), limit, blockSize);
  }

  @Property
  void nothingIsLostOfADocumentWithFaults(
      @ForAll("elements") List<String> elements,
      @ForAll @IntRange(min = 0, max = 400) int place,
      @ForAll("faults") String fault,
      @ForAll @IntRange(min = 1, max = 60) int limit,
      @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    String document = "{\"R\":[" + String.join(",\n", elements) + "]}";
    int at = Math.min(place, document.length());
    String spoilt = document.substring(0, at) + fault + document.substring(at);
    FramingLaws.check(latin(spoilt), limit, blockSize);
  }

  @Property
  void theElementsOfALongDocumentAreItsElements(
      @ForAll("elements") List<String> elements,
      @ForAll("blanks") String blank,
      @ForAll("shells") List<String> shell,
      @ForAll @IntRange(min = 1, max = 40) int blockSize) {
    String before = shell.get(0);
    String list = String.join(blank + "," + blank, elements);
    String document = blank + before + blank + list + blank + shell.get(1) + blank;
    Assume.that(document.length() > 60);
    Settings tight = Settings.builder().maxDocumentBytes(60).build();

    Frames frames = Frames.of("s3", latin(document), tight, blockSize);

    assertThat(frames.elements)
        .isEqualTo(elements.stream().map(e -> before + e + shell.get(1)).toList());
    assertThat(frames.pieces).hasSameSizeAs(elements);
  }

  @Provide
  Arbitrary<List<String>> elements() {
    return Arbitraries.of(
            "1",
            "-2.5e+7",
            "null",
            "\"\"",
            "\",]}\\\"\"",
            "\"\\\\\"",
            "{}",
            "[]",
            "[1,[2,{\"a\":3}]]",
            "{\"a\":\"]\"}")
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> shells() {
    return Arbitraries.of(
        List.of("[", "]"), List.of("{\"R\":[", "]}"), List.of("{\"a\":[1],\"R\":[", "]}"));
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of("", " ", "\n", "\r\n  ");
  }

  @Provide
  Arbitrary<String> faults() {
    return Arbitraries.of(
        "", "]", "}", "\"", "\n", "x", "\u00b0", ",", "\\", "[", "{\"b\":1}\n", "]}\n{\"c\":2}\n");
  }

  @Provide
  Arbitrary<List<String>> contents() {
    return content().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> content() {
    Arbitrary<String> text = Arbitraries.of(
        "",
        "",
        " ",
        "\t \r",
        "{\"a\":1}",
        "{\"a\":",
        "1}",
        "[1,",
        "2]",
        "17",
        "x",
        "plain text of some length",
        "\u00ef\u00bb\u00bf{}",
        "\u0000",
        "\u001f\u008b",
        "\"a\r");
    Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r\n");
    Arbitrary<List<String>> lines =
        Combinators.combine(text, end).as((t, e) -> t + e).list().ofMaxSize(12);
    return Combinators.combine(lines, text).as((all, last) -> String.join("", all) + last);
  }

  /** The definition, over text of one character a byte. */
  private static Frames lines(String content) {
    Frames frames = new Frames();
    int start = 0;
    for (String line : split(content)) {
      String text =
          line.endsWith("\r\n") ? line.substring(0, line.length() - 2) : line.replace("\n", "");
      if (text.matches("[ \t\r]*")) {
        frames.blank++;
      } else {
        frames.logs.add(new Frame(start, text));
      }
      start += line.length();
    }
    return frames;
  }

  private static List<String> split(String content) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < content.length()) {
      int stop =
          content.indexOf('\n', start) < 0 ? content.length() : content.indexOf('\n', start) + 1;
      lines.add(content.substring(start, stop));
      start = stop;
    }
    return lines;
  }

  private static Frames document(String content) {
    Frames frames = new Frames();
    frames.logs.add(new Frame(0, content));
    return frames;
  }

  private static boolean isJson(String content) {
    RawLog log = RawLog.of(LogSource.of("s3", "x"), Position.of("x"), latin(content));
    return new JsonReader(DEFAULTS.maxDepth()).read(log).isPresent();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
