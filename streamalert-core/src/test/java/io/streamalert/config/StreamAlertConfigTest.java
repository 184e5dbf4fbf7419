package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException;
import io.streamalert.testing.ConformanceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamAlertConfigTest {

  @TempDir
  Path conf;

  private void write(String file, String json) throws IOException {
    Path path = conf.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, json.replace('\'', '"'));
  }

  private static List<String> types(StreamAlertConfig config) {
    return config.schemas().stream().map(s -> s.type().name()).toList();
  }

  @Test
  void readsTheConfigurationOfStreamAlertUnchanged() {
    StreamAlertConfig config = StreamAlertConfig.load(ConformanceData.path("streamalert/conf"));

    assertThat(config.schemas()).hasSize(65);
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .contains("global.json: says something that nothing uses: general.matcher_locations");
    assertThat(config.sources().declared())
        .contains(LogSource.of("s3", "prefix.cluster.sample.bucket"));
    assertThat(types(config).indexOf("ghe:general"))
        .isLessThan(types(config).indexOf("ghe:syslog"));
  }

  @Test
  void readsSchemasAndSources() throws IOException {
    write(
        "schemas/b.json",
        "{'b:one': {'schema': {'x': 'string', 'm': {'n': 'integer'}, 'l': [], 'a': {}}, 'parser': 'json',"
            + " 'configuration': {'json_path': 'r[*]', 'optional_top_level_keys': ['x'], 'new_option': [1]}}}");
    write("clusters/prod.json", "{'data_sources': {'s3': {'bucket': ['b']}}}");

    StreamAlertConfig config = StreamAlertConfig.load(conf);

    LogSchema schema = config.schemas().get(0);
    assertThat(schema.fields())
        .isEqualTo(Map.of(
            "x",
            FieldType.string(),
            "m",
            FieldType.map(Map.of("n", FieldType.integer())),
            "l",
            FieldType.list(),
            "a",
            FieldType.any()));
    assertThat(schema.fields().keySet()).containsExactly("x", "m", "l", "a");
    assertThat(schema.optionalFields()).containsExactly("x");
    assertThat(schema.jsonPath()).contains("r[*]");
    assertThat(schema.options()).containsKey("new_option");
    assertThat(config.sources().declared()).containsExactly(LogSource.of("s3", "bucket"));
  }

  @Test
  void aSingleFileComesBeforeTheFolder() throws IOException {
    write("schemas/b.json", "{'b': {'schema': {}, 'parser': 'json'}}");
    write("logs.json", "{'a': {'schema': {}, 'parser': 'json'}}");
    assertThat(types(StreamAlertConfig.load(conf))).containsExactly("a");
    assertThat(StreamAlertConfig.load(conf).sources().declared()).isEmpty();
  }

  @Test
  void prioritiesSortAsInStreamAlert() throws IOException {
    write("logs.json", logs("A", "", "B", "1", "C", "'0'"));
    assertThat(types(StreamAlertConfig.load(conf))).containsExactly("A", "C", "B");
    write("logs.json", logs("D", "5", "C", "", "E", "3", "F", ""));
    assertThat(types(StreamAlertConfig.load(conf))).containsExactly("E", "D", "C", "F");
  }

  /** Log types by pairs of name and priority. */
  private static String logs(String... namesAndPriorities) {
    StringBuilder logs = new StringBuilder("{");
    for (int i = 0; i < namesAndPriorities.length; i += 2) {
      String priority = namesAndPriorities[i + 1];
      logs.append(i == 0 ? "'" : ", '")
          .append(namesAndPriorities[i])
          .append("': {'schema': {}, 'parser': 'json'");
      logs.append(priority.isEmpty() ? "}" : ", 'configuration': {'priority': " + priority + "}}");
    }
    return logs.append('}').toString();
  }

  @Test
  void theLaterOfTwoSchemaFilesWinsWithAWarning() throws IOException {
    write("schemas/a.json", "{'x': {'schema': {'old': 'string'}, 'parser': 'json'}}");
    write("schemas/b.json", "{'x': {'schema': {'new': 'string'}, 'parser': 'json'}}");

    StreamAlertConfig config = StreamAlertConfig.load(conf);

    assertThat(config.schemas())
        .singleElement()
        .satisfies(s -> assertThat(s.fields()).containsKey("new"));
    assertThat(config.warnings()).singleElement().asString().contains("x").contains("b.json");
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    write(
        "schemas/a.json",
        "{'no_parser': {'schema': {}}, 'no_schema': {'parser': 'json'},"
            + " 'odd': {'schema': {'k': 'sting', 'n': {'m': 'int'}}, 'parser': 'json', 'configuration': {'optional_top_level_keys': ['kk']}}}");
    write("schemas/b.json", "{'broken': ");
    write("clusters/c.json", "{'data_sources': {'s4': {}, 's3': {'empty': []}}}");
    write("clusters/d.json", "{'modules': {'stream_alert': {}}}");

    assertThatThrownBy(() -> StreamAlertConfig.load(conf))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("a.json#/no_parser/parser")
        .hasMessageContaining("a.json#/no_schema/schema")
        .hasMessageContaining(
            "a.json#/odd/schema/k: \"sting\" is no type. Did you mean \"string\"?")
        .hasMessageContaining("a.json#/odd/schema/n/m")
        .hasMessageContaining("optional_top_level_keys")
        .hasMessageContaining("b.json: is not JSON (line 1")
        .hasMessageContaining(
            "c.json#/data_sources/s4: There is no service \"s4\". Did you mean \"s3\"?")
        .hasMessageContaining("c.json#/data_sources/s3/empty")
        .hasMessageContaining("d.json#/data_sources")
        .satisfies(e -> assertThat(((ConfigException) e).problems()).hasSize(9));
  }

  @Test
  void aBadPriorityIsAProblem() throws IOException {
    write(
        "logs.json",
        "{'a': {'schema': {}, 'parser': 'json', 'configuration': {'priority': 'first'}}}");
    assertThatThrownBy(() -> StreamAlertConfig.load(conf))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("logs.json#/a/configuration/priority");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThatThrownBy(() -> StreamAlertConfig.load(conf.resolve("nowhere")))
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> StreamAlertConfig.load(conf)).hasMessageContaining("has no schemas");
  }
}
