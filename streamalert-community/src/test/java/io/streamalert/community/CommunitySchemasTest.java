package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommunitySchemasTest {

  private static final LogType RECORD = LogType.of("cloudtrail:record");

  static Stream<String> names() {
    return names(CommunitySchemas.all()).stream();
  }

  static Stream<String> files() {
    return CommunitySchemas.all().stream()
        .map(schema -> schema.type().family() + ".json")
        .distinct();
  }

  private static List<String> names(List<LogSchema> schemas) {
    return schemas.stream().map(LogSchema::type).map(LogType::name).toList();
  }

  @Test
  void areThoseOfStreamAlertAndOneMore() {
    assertThat(names()).hasSize(66).doesNotHaveDuplicates();
  }

  /** The folder around them is a configuration directory, so all checks of one apply. */
  @Test
  void passTheChecksOfAConfiguration() throws URISyntaxException {
    StreamAlertConfig config = StreamAlertConfig.load(Samples.folder("schemas").getParent());

    assertThat(config.schemas()).hasSameSizeAs(CommunitySchemas.all());
    assertThat(config.warnings()).isEmpty();
  }

  /** A conf directory is sorted by file name and then by priority. */
  @Test
  void areInTheOrderOfAConfDirectoryButForOsqueryAndTheBareRecord() throws URISyntaxException {
    Path conf = Samples.folder("schemas").getParent();
    List<String> expected = new ArrayList<>(names(StreamAlertConfig.load(conf).schemas()));
    List<String> osquery =
        expected.stream().filter(name -> name.startsWith("osquery:")).toList();
    expected.removeAll(osquery);
    expected.addAll(expected.indexOf("fleet:results"), osquery);
    expected.remove(RECORD.name());
    expected.add(RECORD.name());

    assertThat(names()).containsExactlyElementsOf(expected);
  }

  @Test
  void haveNoOtherFiles() throws IOException, URISyntaxException {
    assertThat(Samples.fileNames(Samples.folder("schemas")))
        .containsExactlyInAnyOrderElementsOf(files().toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void sayTheSameAsThoseOfStreamAlert(String file) throws IOException {
    FieldValue theirs =
        Samples.json(Files.readString(ConformanceData.path("streamalert/conf/schemas/" + file)));
    FieldValue ours = Samples.json(Samples.resource("schemas/" + file));

    List<String> shared = new ArrayList<>(ours.fields().keySet());
    shared.remove(RECORD.name());
    assertThat(shared).containsExactlyElementsOf(theirs.fields().keySet());
    theirs.fields().forEach((type, schema) -> {
      assertThat(facts(ours.at(type), "schema")).as(type).isEqualTo(facts(schema, "schema"));
      assertThat(facts(ours.at(type), "parser")).as(type).isEqualTo(facts(schema, "parser"));
      assertThat(facts(ours.at(type), "configuration"))
          .as(type)
          .isEqualTo(mended(type, facts(schema, "configuration")));
    });
  }

  /** As JSON, because the order of keys counts. */
  private static String facts(FieldValue schema, String part) {
    return schema.at(part).toJson();
  }

  /** The pattern of StreamAlert's pan names a key of the inner map, so that nothing ever matches. */
  private static String mended(String type, String configuration) {
    return type.equals("pan")
        ? configuration.replace("{\"type\":[\"TRAFFIC\"]}", "{\"message\":{\"type\":\"TRAFFIC\"}}")
        : configuration;
  }

  @Test
  void haveABareRecordThatIsTheEventWithoutItsPath() {
    LogSchema record = Samples.schema(RECORD);
    LogSchema event = Samples.schema(LogType.of("cloudtrail:events"));

    assertThat(record.fields().entrySet())
        .containsExactlyElementsOf(event.fields().entrySet());
    assertThat(record.optionalFields()).isEqualTo(event.optionalFields());
    assertThat(event.options()).containsOnlyKeys("json_path");
    assertThat(record.options()).isEmpty();
  }

  @Test
  void takeEveryBareRecordOfCloudTrail() throws IOException {
    StreamAlert streamAlert = Samples.over(CommunitySchemas.all());
    List<String> logs = new ArrayList<>(
        ConformanceData.lines("cloudtrail/opensearch-catalog/cloudtrail_records.jsonl"));
    Path lists = ConformanceData.path("cloudtrail/stratus-red-team/docs/detonation-logs");
    for (String file : Samples.fileNames(lists)) {
      logs.add(Files.readString(lists.resolve(file)));
    }

    List<LogRecord> records = new ArrayList<>();
    for (String log : logs) {
      records.addAll(Samples.classify(streamAlert, log).records());
    }

    assertThat(records)
        .hasSize(794 + 310)
        .allSatisfy(record -> assertThat(record.type()).isEqualTo(RECORD));
  }
}
