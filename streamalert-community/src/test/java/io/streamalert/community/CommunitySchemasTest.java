package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommunitySchemasTest {

  private static final LogSource SOURCE = LogSource.of("s3", "acme-logs");

  private final StreamAlert streamAlert =
      StreamAlert.builder().schemas(CommunitySchemas.all()).build();

  static Stream<LogType> types() {
    return CommunitySchemas.all().stream().map(LogSchema::type);
  }

  static Stream<String> files() {
    return types().map(type -> type.family() + ".json").distinct();
  }

  @Test
  void areInOurOwnOrder() {
    assertThat(types().map(LogType::name))
        .containsExactly("cloudtrail:events", "cloudwatch:events", "osquery:differential");
  }

  /** The folder around them is a configuration directory, so all checks of one apply. */
  @Test
  void passTheChecksOfAConfiguration() throws URISyntaxException {
    Path schemas = Path.of(
        Objects.requireNonNull(CommunitySchemas.class.getResource("schemas")).toURI());
    StreamAlertConfig config = StreamAlertConfig.load(Objects.requireNonNull(schemas.getParent()));

    assertThat(config.schemas()).hasSameSizeAs(CommunitySchemas.all());
    assertThat(config.warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void classifyTheirOwnSample(LogType type) throws IOException {
    String sample = resource("samples/" + type.name().replace(':', '_') + ".json");

    Classification outcome = classify(sample);

    assertThat(outcome.deadLetters()).isEmpty();
    assertThat(outcome.records())
        .isNotEmpty()
        .allSatisfy(record -> assertThat(record.type()).isEqualTo(type));
  }

  @Test
  void doNotTakeWhatHasOtherKeys() {
    assertThat(classify("{\"message\": \"hello\"}").isClassified()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shipEveryTypeOfTheirFiles(String file) throws IOException {
    assertThat(types().map(LogType::name))
        .containsAll(json(resource("schemas/" + file)).fields().keySet());
  }

  @Test
  void haveNoOtherFiles() throws IOException, URISyntaxException {
    Path folder = Path.of(
        Objects.requireNonNull(CommunitySchemas.class.getResource("schemas")).toURI());
    try (Stream<Path> found = Files.list(folder)) {
      assertThat(found.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(files().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void sayTheSameAsThoseOfStreamAlert(String file) throws IOException {
    FieldValue theirs =
        json(Files.readString(ConformanceData.path("streamalert/conf/schemas/" + file)));

    json(resource("schemas/" + file))
        .fields()
        .forEach((type, schema) ->
            assertThat(schema.toJson()).as(type).isEqualTo(theirs.at(type).toJson()));
  }

  private Classification classify(String text) {
    return streamAlert
        .classify(List.of(RawLog.of(SOURCE, Position.of("test", "sample"), text)))
        .get(0);
  }

  private static FieldValue json(String text) {
    return new JsonReader(100).read(text).orElseThrow();
  }

  private static String resource(String name) throws IOException {
    try (InputStream found = CommunitySchemas.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(found, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
