package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.ConfigException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishersTest {

  private static final Publisher MARK =
      (alert, previous) -> previous.with("seen", FieldValue.of(previous.keys().size()));

  private final Publishers publishers = Publishers.builder().add("mark", MARK).build();
  private final Alert alert = Alert.builder(
          "a_rule", LogRecord.of("osquery:status", "{\"name\": \"x\"}"), Instant.EPOCH)
      .build();

  private Publication publish(String... names) {
    return publishers.chain(List.of(names)).publish(alert, Publication.of(Map.of("earlier", 1)));
  }

  @Test
  void namesRunInTheirOrderFromAnEmptyPublication() {
    assertThat(publish("add_record", "mark").toJson())
        .isEqualTo("{\"record\":{\"name\":\"x\"},\"seen\":1}");
    assertThat(publish("mark", "add_record").get("seen").asLong()).hasValue(0);
    assertThat(publish("mark", "blank").keys()).isEmpty();
  }

  @Test
  void withoutAnyKnownNameItIsTheStandardForm() {
    Publication standard = Publication.of(alert.toFields());

    assertThat(publish()).isEqualTo(standard);
    assertThat(publish("no_such", "mrak")).isEqualTo(standard);
    assertThat(publish("add_record", "standard")).isEqualTo(standard);
  }

  @Test
  void unknownNamesArePassedOverAndTold() {
    assertThat(publish("no_such", "add_record")).isEqualTo(publish("add_record"));
    assertThat(publishers.unknown(List.of("no_such", "mark", "other", "no_such")))
        .containsExactly("no_such", "other");
  }

  @Test
  void anAlertNamesItsPublishersByOutput() {
    OutputId slack = OutputId.of("slack", "security");
    Alert marked = Alert.builder("a_rule", alert.record(), Instant.EPOCH)
        .publishers(Map.of(slack, List.of("mark")))
        .build();

    assertThat(publishers.publish(marked, slack).toJson()).isEqualTo("{\"seen\":0}");
    assertThat(publishers.publish(marked, OutputId.of("slack", "other")).toFields())
        .isEqualTo(marked.toFields());
  }

  @Test
  void namesOfStreamAlert35Stay() {
    List<String> former = Stream.of(
            "add_record",
            "blank",
            "remove_internal_fields",
            "remove_fields",
            "remove_streamalert_normalization",
            "enumerate_fields",
            "populate_fields",
            "StringifyArrays")
        .map(name -> "publishers.community.generic." + name)
        .toList();

    assertThat(publishers.unknown(former)).isEmpty();
    assertThat(publishers.has("streamalert.shared.publisher.DefaultPublisher")).isTrue();
    assertThat(publishers.has("publishers.community.generic.standard")).isFalse();
    assertThat(publish("publishers.community.generic.add_record")).isEqualTo(publish("add_record"));
  }

  @Test
  void namesAreWithoutAliasesAndInOrder() {
    assertThat(publishers.names())
        .containsExactly(
            "add_record",
            "blank",
            "enumerate_fields",
            "mark",
            "populate_fields",
            "remove_fields",
            "remove_internal_fields",
            "remove_streamalert_normalization",
            "standard",
            "stringify_arrays")
        .isUnmodifiable();
    assertThat(publishers).hasToString("Publishers" + publishers.names());
  }

  @Test
  void aBuilderIsCopied() {
    Publishers.Builder builder = Publishers.builder();
    Publishers before = builder.build();
    builder.addAll(Map.of("mark", MARK)).alias("old.mark", "mark");

    assertThat(before.has("mark")).isFalse();
    assertThat(builder.build().has("old.mark")).isTrue();
    assertThat(Publishers.builtIn().names()).isEqualTo(before.names());
  }

  @Test
  void allProblemsAreTold() {
    Publisher other = (alert, previous) -> previous;
    Publishers.Builder builder = Publishers.builder()
        .add("mark", MARK)
        .add("mark", other)
        .add("blank", other)
        .alias("old", "mark")
        .alias("old", "mark")
        .alias("old", "blank")
        .alias("mark", "blank")
        .alias("lost", "marks");

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Two publishers have the name \"mark\": "
            + MARK.getClass().getName() + " and " + other.getClass().getName())
        .hasMessageContaining("Two publishers have the name \"blank\"")
        .hasMessageContaining("The alias \"old\" stands for two publishers: mark and blank")
        .hasMessageContaining("\"mark\" is the name of a publisher and an alias of blank")
        .hasMessageContaining("Did you mean \"mark\"?")
        .extracting(e -> ((ConfigException) e).problems().size())
        .isEqualTo(5);
  }

  @Test
  void aNameIsNotBlank() {
    assertThatIllegalArgumentException().isThrownBy(() -> Publishers.builder().add(" ", MARK));
  }
}
