package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.JsonArbitraries.Sample;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonScannerProperties {

  private final JsonChecks checks = new JsonChecks(1000);

  @Property(tries = 500)
  void readsWhatWasWritten(@ForAll("documents") Sample sample) {
    byte[] bytes = JsonOracle.utf8(sample.source());
    JsonTape tape = new JsonScanner(1000).scan(bytes, 0, bytes.length);

    assertThat(tape).isNotNull();
    assertThat(JsonChecks.read(tape, 0)).isEqualTo(sample.value());
    checks.check(bytes);
  }

  @Property(tries = 700)
  void agreesWithTheOracleOnMutatedBytes(
      @ForAll("documents") Sample sample, @ForAll Random random) {
    byte[] bytes = JsonOracle.utf8(sample.source());
    for (int i = 0; i < 4; i++) {
      bytes = JsonMutations.mutate(bytes, random);
      checks.check(bytes);
    }
  }

  @Property
  void agreesWithTheOracleOnAnyBytes(@ForAll byte[] bytes) {
    checks.check(bytes);
  }

  @Property(tries = 1500)
  void agreesWithTheOracleOnTextOfJsonsCharacters(@ForAll("nearlyJson") String text) {
    checks.check(JsonOracle.utf8(text));
  }

  @Provide
  Arbitrary<Sample> documents() {
    return JsonArbitraries.documents();
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "d83d",
            " ",
            "\n",
            "0",
            "1",
            "-",
            "+",
            ".",
            "e",
            "E",
            "a",
            "true",
            "null",
            "false",
            "NaN",
            "Infinity",
            "\"a\"",
            "\"a\":",
            "{}",
            "[]",
            "é",
            "\u0000")
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }
}
