package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfigProperties {

  private static final Map<String, String> VALID = Map.of(
      "schemas/a", ConfFiles.SCHEMA,
      "clusters/prod",
          "{'id': 'prod', 'enable_threat_intel': true, 'classifier_config': {'memory': 128, 'timeout': '60'},"
              + " 'data_sources': {'s3': {'b': ['cloudtrail']}, 'sns': {'t': ['cloudtrail:events']}},"
              + " 'modules': {'kinesis': {'streams': {'shards': 1}}}}",
      "global",
          "{'account': {'prefix': 'p', 'region': 'r'}, 'general': {'rule_locations': ['rules']},"
              + " 'infrastructure': {'firehose': {'enabled_logs': {'cloudtrail': {}}}, 'rule_staging': {'enabled': true}}}",
      "outputs", "{'aws-s3': {'b': 'bucket'}, 'slack': ['x']}",
      "lookup_tables",
          "{'enabled': true, 'tables': {'t': {'driver': 's3', 'bucket': 'b', 'key': 'k'}}}",
      "threat_intel",
          "{'enabled': true, 'normalized_ioc_types': {'ip': ['sourceAddress']}, 'excluded_iocs': {'ip': {'::1': {}}}}",
      "normalized_types", "{'box': {'sourceAddress': ['ip']}}",
      "lambda", "{'athena_partitioner_config': {'file_format': 'json', 'memory': 128}}",
      "scheduled_queries", "{'packs': {'p': {'description': 'd'}}}");

  private static final List<FieldValue> ODD = List.of(
      FieldValue.of(null),
      FieldValue.of(true),
      FieldValue.of(-1),
      FieldValue.of(1.5),
      FieldValue.parse("1e999"),
      FieldValue.of("123456789012345678901234567890"),
      FieldValue.of(""),
      FieldValue.of("odd:er:text"),
      FieldValue.of(List.of()),
      FieldValue.of(List.of("x", 1)),
      FieldValue.of(Map.of()),
      FieldValue.of(Map.of("", Map.of("/~", List.of()))));

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(VALID.keySet());
  }

  /** Each change either leaves something that can be used, or is told with its place. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aChangedConfigurationIsReadOrItsProblemsHavePlaces(
      @ForAll("files") String file, @ForAll long seed) {
    FieldValue changed =
        mutate(FieldValue.parse(VALID.get(file).replace('\'', '"')), new Random(seed));
    try {
      assertThat(load(file, changed).schemas()).isNotNull();
    } catch (ConfigException e) {
      assertThat(e.problems())
          .allMatch(problem -> problem.file().isPresent())
          .allMatch(problem -> !problem.pointer().isEmpty()
              || changed.kind() != Kind.MAP
              || problem.message().contains("has no schemas"));
    }
  }

  private static StreamAlertConfig load(String file, FieldValue changed) {
    ConfFiles files = new ConfFiles();
    VALID.forEach(files::with);
    return files.with(file, changed.toJson().getBytes(StandardCharsets.UTF_8)).load();
  }

  /** Changes one place: replaces a value, drops a key, or renames it. */
  private static FieldValue mutate(FieldValue value, Random random) {
    List<String> keys = new ArrayList<>(value.fields().keySet());
    if (keys.isEmpty() || random.nextInt(8) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    String key = keys.get(random.nextInt(keys.size()));
    Map<String, FieldValue> fields = new LinkedHashMap<>(value.fields());
    switch (random.nextInt(6)) {
      case 0 -> fields.remove(key);
      case 1 -> fields.put(key + "x", fields.get(key));
      default -> fields.put(key, mutate(value.at(key), random));
    }
    return FieldValue.map(fields);
  }
}
