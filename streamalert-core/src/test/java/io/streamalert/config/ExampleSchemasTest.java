package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.Classification;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.DeadLetter;
import io.streamalert.testing.GuideExample;
import io.streamalert.testing.RepositoryFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of the guide do what the guide says. */
class ExampleSchemasTest {

  private static final String FOLDER = "docs/examples/schemas";

  static List<String> examples() {
    return RepositoryFile.names(FOLDER);
  }

  private static GuideExample example(String name) {
    String folder = FOLDER + "/" + name + "/";
    return new GuideExample(
        RepositoryFile.read(folder + "schema.json"),
        RepositoryFile.read(folder + "sample.log"),
        RepositoryFile.read(folder + "records.json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleGivesItsRecords(String name) {
    GuideExample example = example(name);
    List<Classification> outcomes = classify(example);

    assertThat(GuideExample.recordsOf(outcomes)).isEqualTo(example.expected());
    assertThat(outcomes).allMatch(Classification::isClassified);
  }

  @Test
  void pageShowsTheFiles() {
    assertThat(GuideExample.of(RepositoryFile.read("docs/example-schemas.md")))
        .containsExactlyInAnyOrderElementsOf(
            examples().stream().map(ExampleSchemasTest::example).toList());
  }

  @Test
  void flowWithoutDataIsRejected() {
    assertThat(classify(example("cloudwatch-flow")))
        .flatExtracting(Classification::deadLetters)
        .extracting(DeadLetter::kind)
        .containsExactly(DeadLetter.Kind.ELEMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/datatypes.md", "docs/config-schemas.md"})
  void examplesOfPagesHold(String page) {
    assertThat(GuideExample.of(RepositoryFile.read(page)))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(GuideExample.recordsOf(classify(example)))
            .as("%s", example)
            .isEqualTo(example.expected()));
  }

  private static List<Classification> classify(GuideExample example) {
    return Classifier.builder().schemas(example.schemas()).build().classify(example.rawLogs());
  }
}
