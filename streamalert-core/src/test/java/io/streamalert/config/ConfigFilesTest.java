package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.OutputId;
import io.streamalert.intel.IntelSpec;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException;
import io.streamalert.testing.ConformanceData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of the files beside schemas. */
class ConfigFilesTest {

  private static final String INTEL =
      "{'enabled': true, 'dynamodb_table_name': 't', 'normalized_ioc_types': {'ip': ['sourceAddress']},"
          + " 'excluded_iocs': {'ip': {'10.0.0.0/8': {'comment': 'c'}}}}";

  private static String cluster(boolean intel, String bucket) {
    return "{'enable_threat_intel': " + intel + ", 'data_sources': {'s3': {'" + bucket
        + "': ['cloudtrail']}}}";
  }

  @Test
  void nothingButSchemasIsNeeded() {
    StreamAlertConfig config = ConfFiles.minimal().load();

    assertThat(config.schemas()).hasSize(1);
    assertThat(config.sources().declared()).isEmpty();
    assertThat(config.tables()).isEmpty();
    assertThat(config.threatIntel()).isEmpty();
    assertThat(config.outputs()).containsExactly(OutputId.of("aws-firehose", "alerts"));
    assertThat(config.isRuleStagingEnabled()).isFalse();
    assertThat(config.prefix()).isEmpty();
    assertThat(config.region()).isEmpty();
    assertThat(config.file("global")).isEqualTo(FieldValue.missing());
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void readsTheAccountAndStaging() {
    StreamAlertConfig config = ConfFiles.minimal()
        .with(
            "global",
            "{'account': {'prefix': 'acme', 'region': 'eu-west-1'},"
                + " 'infrastructure': {'rule_staging': {'enabled': true}}}")
        .load();

    assertThat(config.prefix()).contains("acme");
    assertThat(config.region()).contains("eu-west-1");
    assertThat(config.isRuleStagingEnabled()).isTrue();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void readsOutputsOfBothForms() {
    StreamAlertConfig config = ConfFiles.minimal()
        .with("outputs", "{'aws-s3': {'b': 'bucket'}, 'slack': ['x', 'x'], 'own-thing': ['y']}")
        .load();

    assertThat(config.outputs())
        .extracting(OutputId::toString)
        .containsExactly("aws-firehose:alerts", "aws-s3:b", "slack:x", "own-thing:y");
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void readsTablesWhereTheyAreEnabled() {
    String tables =
        "'tables': {'t': {'driver': 's3', 'bucket': 'b', 'key': 'k', 'own': 1}, 'u': {'driver': 'null'}}}";

    assertThat(ConfFiles.minimal()
            .with("lookup_tables", "{'enabled': false, " + tables)
            .load()
            .tables())
        .isEmpty();
    List<TableSpec> read = ConfFiles.minimal()
        .with("lookup_tables", "{'enabled': true, " + tables)
        .load()
        .tables();
    assertThat(read).extracting(TableSpec::name).containsExactly("t", "u");
    assertThat(read.get(0).settings().keySet()).containsExactly("bucket", "key", "own");
  }

  @Test
  void threatIntelligenceNeedsTheFileAndACluster() {
    ConfFiles files = ConfFiles.minimal().with("threat_intel", INTEL);
    assertThat(files.load().threatIntel()).isEmpty();
    assertThat(files.with("clusters/a", cluster(false, "a")).load().threatIntel())
        .isEmpty();

    IntelSpec spec =
        files.with("clusters/b", cluster(true, "b")).load().threatIntel().orElseThrow();
    assertThat(spec.clusters()).containsExactly("b");
    assertThat(spec.indicatorType("sourceAddress")).contains("ip");
    assertThat(spec.exclusions("ip")).containsExactly("10.0.0.0/8");
    assertThat(spec.setting("dynamodb_table_name").asText()).isEqualTo("t");
    assertThat(spec.setting("enabled").exists()).isFalse();

    files.with("threat_intel", INTEL.replace("'enabled': true", "'enabled': false"));
    assertThat(files.load().threatIntel()).isEmpty();
  }

  @Test
  void aNormalisedTypeOfTheOldFileIsKnownButNothingHasIt() {
    StreamAlertConfig config = ConfFiles.minimal()
        .with("normalized_types", "{'box': {'fileHash': ['md5']}}")
        .with("threat_intel", INTEL.replace("'sourceAddress'", "'fileHash'"))
        .with("clusters/a", cluster(true, "a"))
        .load();

    assertThat(config.threatIntel()).isPresent();
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .contains("No schema has the normalised type \"fileHash\"");
  }

  @Test
  void aResourceIsDeclaredOnceOverAllClusters() {
    ConfFiles files = ConfFiles.minimal()
        .with("clusters/a", cluster(false, "one"))
        .with("clusters/b", cluster(false, "one"));

    assertThatThrownBy(files::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("clusters/b.json#/data_sources/s3/one")
        .hasMessageContaining("first in clusters/a.json#/data_sources/s3/one");
    assertThat(files.with("clusters/b", cluster(false, "two")).load().sources().declared())
        .containsExactlyInAnyOrder(LogSource.of("s3", "one"), LogSource.of("s3", "two"));
  }

  @Test
  void anUndeployedPartitionerNeedsNoFormat() {
    assertThat(ConfFiles.minimal()
            .with("lambda", "{'athena_partitioner_config': {'enabled': false}}")
            .load()
            .warnings())
        .isEmpty();
  }

  @Test
  void everyFileCanBeReadAsItIs() {
    StreamAlertConfig config = ConfFiles.minimal()
        .with("lambda", "{'rules_engine_config': {'timeout': 60}}")
        .with("clusters/a", cluster(false, "a"))
        .with("anything_of_yours", "[1]")
        .load();

    assertThat(config.file("lambda").at("rules_engine_config", "timeout").is(60))
        .isTrue();
    assertThat(config.file("clusters/a").at("data_sources").exists()).isTrue();
    assertThat(config.file("anything_of_yours").elements()).hasSize(1);
    assertThat(config.file("schemas/a").exists()).isFalse();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void theSingleFileOfSchemasHidesTheFolder() {
    StreamAlertConfig config = ConfFiles.minimal()
        .with("schemas/broken", "{'x': {}}")
        .with("logs", ConfFiles.SCHEMA)
        .load();

    assertThat(config.schemas()).hasSize(1);
    assertThat(config.warnings())
        .containsExactly("logs.json: is used in place of the folder schemas, which is not read");
  }

  @Test
  void filesNamedLikeFoldersAreOnlyKept() {
    StreamAlertConfig config =
        ConfFiles.minimal().with("clusters", "{}").with("schemas", "{'x': {}}").load();

    assertThat(config.schemas()).hasSize(1);
    assertThat(config.file("clusters").exists()).isTrue();
  }

  @Test
  void readsWhatStreamAlertTestsItselfWith() {
    StreamAlertConfig config =
        StreamAlertConfig.load(ConformanceData.path("streamalert/tests/unit/conf"));

    assertThat(config.tables()).hasSize(6);
    assertThat(config.outputs()).hasSize(13).contains(OutputId.of("slack", "unit_test_channel"));
    assertThat(config.prefix()).contains("unit-test");
    assertThat(config.warnings()).hasSizeLessThan(10).noneMatch(w -> w.contains("data_sources"));
    assertThat(StreamAlertConfig.load(ConformanceData.path("streamalert/tests/unit/conf_athena"))
            .warnings())
        .singleElement()
        .asString()
        .contains("infrastructure.firehose.enabled");
  }
}
