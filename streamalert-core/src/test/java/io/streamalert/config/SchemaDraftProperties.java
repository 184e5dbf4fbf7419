package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.Classification;
import io.streamalert.classify.Classified;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.SchemaDraft.Proposed;
import io.streamalert.record.FieldValue;
import io.streamalert.record.RawLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchemaDraftProperties {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aDraftClassifiesAllMapsItWasDraftedFrom(@ForAll("maps") List<Map<String, Object>> maps)
      throws IOException {
    List<RawLog> samples =
        maps.stream().map(map -> RawLog.of(FieldValue.of(map).toJson())).toList();

    SchemaDraft draft = SchemaDraft.of("t:x", samples);

    assertThat(draft instanceof Proposed)
        .as("%s", draft)
        .isEqualTo(maps.stream().anyMatch(map -> !map.isEmpty()));
    if (draft instanceof Proposed proposed) {
      check(proposed, samples);
    }
  }

  @Property(tries = 200)
  void aDraftClassifiesRowsOfAnyText(
      @ForAll("rows") List<List<String>> rows, @ForAll("delimiters") char delimiter)
      throws IOException {
    List<RawLog> samples = rows.stream()
        .map(row -> RawLog.of(row.stream()
            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(String.valueOf(delimiter)))))
        .toList();

    check((Proposed) SchemaDraft.of("t:x", samples), samples);
  }

  /** Whatever the samples are, nothing is thrown, and what is proposed holds. */
  @Property(tries = 500)
  void whatIsProposedHolds(@ForAll("texts") List<String> texts) throws IOException {
    List<RawLog> samples = texts.stream().map(RawLog::of).toList();

    if (SchemaDraft.of("t:x", samples) instanceof Proposed proposed) {
      check(proposed, samples);
    }
  }

  private static void check(Proposed proposed, List<RawLog> samples) throws IOException {
    byte[] file = proposed.json().getBytes(StandardCharsets.UTF_8);
    List<LogSchema> read = StreamAlertConfig.readSchemas("draft", new ByteArrayInputStream(file));
    Classifier classifier = Classifier.builder().schemas(read).build();
    for (int i = 0; i < samples.size(); i++) {
      if (!proposed.headers().contains(i)) {
        Classification outcome = classifier.classify(samples.get(i));
        assertThat(outcome).as(proposed.json()).isInstanceOf(Classified.class);
        assertThat(outcome.deadLetters()).isEmpty();
      }
    }
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> maps() {
    return map(value(2)).list().ofMinSize(1).ofMaxSize(5);
  }

  private static Arbitrary<Map<String, Object>> map(Arbitrary<Object> value) {
    Arbitrary<String> keys = Arbitraries.oneOf(
        Arbitraries.of("Records", "message", "a", "b", "a.b", "", "é"),
        Arbitraries.strings().all().ofMaxLength(3));
    return Arbitraries.maps(keys, value).ofMaxSize(4);
  }

  private static Arbitrary<Object> value(int depth) {
    Arbitrary<Object> scalar = Arbitraries.of(
        null, "", "x", "{\"k\":1}", "{}", "[1]", 0, 7, -1.5, 1e300, Long.MAX_VALUE, true, false);
    if (depth == 0) {
      return scalar;
    }
    return Arbitraries.oneOf(
        scalar,
        scalar,
        map(value(depth - 1)).map(map -> map),
        map(value(depth - 1)).list().ofMaxSize(3).map(list -> list),
        scalar.list().ofMaxSize(3).map(list -> list));
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cells =
        Arbitraries.strings().all().excludeChars('\n', '\r', '\0').ofMaxLength(5);
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(columns -> cells
            .filter(cell -> cell.equals(
                new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
            .list()
            .ofSize(columns)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4));
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', '\t', ';', '|', ' ');
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> pieces = Arbitraries.of(
        "a",
        "1",
        "1.5",
        "=",
        " ",
        ",",
        ";",
        "|",
        "\t",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\n",
        "user",
        "Jan 26 19:35:33 web-1 sudo[42]: ",
        "{\"a\":1}",
        "k=v",
        "é");
    Arbitrary<String> line =
        pieces.array(String[].class).ofMaxSize(8).map(all -> String.join("", all));
    Arbitrary<String> alike =
        Combinators.combine(line, Arbitraries.of("x", "2")).as((text, end) -> text + end);
    return Arbitraries.oneOf(
        line.list().ofMinSize(1).ofMaxSize(4),
        alike.flatMap(text ->
            Arbitraries.of(text, text.replace('1', '2')).list().ofMinSize(1).ofMaxSize(4)));
  }
}
