package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.settings.ConfigException.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigExceptionTest {

  @Test
  void messageHasOneLineForEachProblem() {
    Problem first = Problem.at(
            "clusters/prod.json", "/data_sources/kinesis", "must be a map, but is a list")
        .mendedBy("Write {\"stream\": [\"log type\"]}.");
    Problem second = Problem.in("logs.json", "is not JSON:\n  unexpected end");
    ConfigException exception =
        new ConfigException(first, second, Problem.of("No rule has the name \"x\""));

    assertThat(exception).hasMessage("""
            clusters/prod.json#/data_sources/kinesis: must be a map, but is a list. Write {"stream": ["log type"]}.
            logs.json: is not JSON: unexpected end
            No rule has the name "x\"""");
    assertThat(exception.problems()).hasSize(3).startsWith(first, second).isUnmodifiable();
  }

  @Test
  void thereMustBeAProblem() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfigException(List.of()));
    assertThatCode(() -> ConfigException.throwIfAny(List.of())).doesNotThrowAnyException();
    assertThatThrownBy(() -> ConfigException.throwIfAny(List.of(Problem.of("wrong"))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("wrong");
  }

  @Test
  void problemsAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> Problem.at("f", "no/slash", "wrong"));
  }

  @Test
  void pointersEscapeTheirKeys() {
    assertThat(Problem.pointer("a/b", "m~n", "0")).isEqualTo("/a~1b/m~0n/0");
  }

  @Test
  void unknownNameIsMendedWithTheNearest() {
    Problem problem = Problem.in("schemas/x.json", "Unknown parser \"jsn\"");

    assertThat(problem.choose("jsn", List.of("json", "csv")))
        .hasToString("schemas/x.json: Unknown parser \"jsn\". Did you mean \"json\"?");
    assertThat(problem.choose("xml", List.of("syslog", "json", "csv")).mend())
        .contains("Known names: csv, json, syslog.");
    assertThat(problem.choose("xml", List.of())).isEqualTo(problem);
  }

  @Test
  void longListsOfNamesAreCut() {
    List<String> known =
        IntStream.range(100, 112).mapToObj(number -> "schema" + number).toList();

    assertThat(Problem.of("wrong").choose("x", known).mend().orElseThrow())
        .endsWith("schema109 and 2 more.")
        .doesNotContain("schema110");
    assertThat(Problem.of("wrong").choose("x", Collections.nCopies(3, "abc")).mend())
        .contains("Known names: abc.");
  }

  @Test
  void survivesSerialisationWithItsMessage() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ConfigException(Problem.of("wrong")));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ConfigException copy = (ConfigException) in.readObject();

      assertThat(copy).hasMessage("wrong");
      assertThat(copy.problems()).isEmpty();
    }
  }
}
