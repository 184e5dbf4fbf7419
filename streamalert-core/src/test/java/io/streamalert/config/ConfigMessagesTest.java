package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.config.SchemaValidator.Finding;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of what is wrong or odd, word for word. */
class ConfigMessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "global | [] | global.json: The file must be a map, but is a list",
        "global | {'account': {'prefix': 1}} | global.json#/account/prefix: \"prefix\" must be a text, but is a whole number",
        "global | {'infrastructure': {'rule_staging': {'enabled': 'no'}}} | global.json#/infrastructure/rule_staging/enabled: \"enabled\" must be true or false, but is a text",
        "global | {'infrastructure': {'firehose': {'enabled_logs': null}}} | global.json#/infrastructure/firehose/enabled_logs: \"enabled_logs\" must be a map, but is null",
        "lambda | {'athena_partitioner_config': {'file_format': 'parket'}} | lambda.json#/athena_partitioner_config/file_format: \"file_format\" must be one of these: parquet, json. Did you mean \"parquet\"?",
        "lambda | {'athena_partitioner_config': {'memory': 1}} | lambda.json#/athena_partitioner_config/file_format: The file format is missing. Write \"file_format\": \"parquet\", or \"json\".",
        "outputs | {'slack': {}} | outputs.json#/slack: \"slack\" must be a list, but is a map",
        "outputs | {'aws-s3': ['b']} | outputs.json#/aws-s3: \"aws-s3\" must be a map, but is a list",
        "outputs | {'slack': ['a:b']} | outputs.json#/slack/0: An output needs a service and a descriptor without colon. Rules name it as SERVICE:DESCRIPTOR.",
        "threat_intel | {} | threat_intel.json#/normalized_ioc_types: The key \"normalized_ioc_types\" is missing. Add it. Types of indicators, and the normalised types that hold such values.",
        "threat_intel | {'normalized_ioc_types': {'ip': ['sourceAdress']}} | threat_intel.json#/normalized_ioc_types/ip: There is no normalised type \"sourceAdress\". Did you mean \"sourceAddress\"?",
        "threat_intel | {'normalized_ioc_types': {' ': []}} | threat_intel.json#/normalized_ioc_types/ : A name must not be blank",
        "lookup_tables | {'enabled': true, 'tables': {'t': {}}} | lookup_tables.json#/tables/t/driver: The lookup table has no driver. Known names: dynamodb, ephemeral, null, s3.",
        "lookup_tables | {'enabled': true, 'tables': {'t': {'driver': 's3', 'key': 'k'}}} | lookup_tables.json#/tables/t/bucket: The driver s3 needs \"bucket\". Add it to the table.",
        "lookup_tables | {'enabled': true, 'tables': {'': {'driver': 's3'}}} | lookup_tables.json#/tables/: A lookup table needs a name",
        "clusters/c | {'modules': {'streamalert': {}}} | clusters/c.json#/data_sources: The cluster has no data sources. Move what is under modules.streamalert to the top level.",
        "clusters/c | {} | clusters/c.json#/data_sources: The cluster has no data sources. Write {\"data_sources\": {\"s3\": {\"BUCKET\": [\"LOG\"]}}}.",
        "clusters/c | {'data_sources': {'s4': {}}} | clusters/c.json#/data_sources/s4: There is no service \"s4\". Did you mean \"s3\"?",
        "clusters/c | {'data_sources': {'s3': {'b': []}}} | clusters/c.json#/data_sources/s3/b: The resource lists no log types. List at least one log type.",
        "clusters/c | {'data_sources': {'s3': {'': ['cloudtrail']}}} | clusters/c.json#/data_sources/s3/: A resource needs a name",
        "clusters/c | {'data_sources': {'s3': {'b': [1]}}} | clusters/c.json#/data_sources/s3/b/0: Element 0 of the list must be a text, but is a whole number",
        "clusters/c | {'data_sources': {'s3': {'b': ['cloudtrail']}, 'sns': {'b': ['cloudtrail']}}} | clusters/c.json#/data_sources/sns/b: The resource \"b\" is declared twice, first in clusters/c.json#/data_sources/s3/b. Keep one of them, with the log types of both.",
        "schemas/b | {'x': {'parser': 'json'}} | schemas/b.json#/x/schema: The log type has no schema. Each log type needs \"schema\", a map, and \"parser\", a name.",
        "schemas/b | {'x': {'schema': {'k': 'int'}, 'parser': 'json'}} | schemas/b.json#/x/schema/k: \"int\" is no type. Known names: boolean, float, integer, string.",
        "schemas/b | {'x': {'schema': {}, 'parser': 'json', 'configuration': {'json_path': 1}}} | schemas/b.json#/x/configuration/json_path: \"json_path\" must be a text, but is a whole number",
        "schemas/b | {'x': {'schema': {}, 'parser': 'json', 'configuration': {'normalization': {'t': [{'pth': []}]}}}} | schemas/b.json#/x/configuration/normalization/t/0/pth: There is no key \"pth\". Did you mean \"path\"?",
        "normalized_types | {'a': {'b': 'c'}} | normalized_types.json#/a/b: \"b\" must be a list, but is a text",
      })
  void isRefused(String file, String json, String message) {
    assertThatThrownBy(() -> ConfFiles.minimal().with(file, json).load())
        .isInstanceOf(ConfigException.class)
        .extracting(e -> ((ConfigException) e)
            .problems().stream().map(ConfigException.Problem::toString).toList())
        .isEqualTo(List.of(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "global | {'acount': {}} | global.json#/acount: There is no key \"acount\". Did you mean \"account\"?",
        "global | {'infrastructure': {'alerts_table': {'read_capacity': []}}} | global.json#/infrastructure/alerts_table/read_capacity: \"read_capacity\" must be a whole number or a text, but is a list",
        "global | {'general': {'rule_locations': ['r']}} | global.json: says something that nothing uses: general.rule_locations. What each key does is in docs/config-keys.md.",
        "global | {'infrastructure': {'firehose': {'enabled_logs': {'cloudtrial': {}}}}} | global.json#/infrastructure/firehose/enabled_logs/cloudtrial: No schema declares the log type \"cloudtrial\". Did you mean \"cloudtrail\"?",
        "lambda | {'alert_merger_config': {'metric_alarms': {'errors': {'enabled': 1}}}} | lambda.json#/alert_merger_config/metric_alarms/errors/enabled: \"enabled\" must be true or false, but is a whole number",
        "outputs | {'slak': ['a']} | outputs.json#/slak: \"slak\" is no known service. Did you mean \"slack\"?",
        "output | {} | output.json: is no file that anything reads. Did you mean \"outputs\"?",
        "lookup_tables | {'tables': {'t': {'driver': 3}}} | lookup_tables.json#/tables/t/driver: \"driver\" must be a text, but is a whole number",
        "lookup_tables | {'enabled': true, 'tables': {'t': {'driver': 'dynamo_db'}}} | lookup_tables.json#/tables/t/driver: \"dynamo_db\" is no driver of StreamAlert, so a jar has to bring it. Did you mean \"dynamodb\"?",
        "clusters/c | {'data_sources': {'s3': {'b': ['cloudtrail:event']}}} | clusters/c.json#/data_sources/s3/b: No schema declares the log type \"cloudtrail:event\". Did you mean \"cloudtrail:events\"?",
        "schemas/b | {'x': {'schema': {'k': 'ipaddress'}, 'parser': 'json'}} | schemas/b.json#/x/schema/k: \"ipaddress\" is no type, so the log type x is left out. Known names: boolean, float, integer, string.",
        "schemas/b | {'x': {'schema': {}, 'parser': 'json', 'configuration': {'jsonpath': 'a'}}} | schemas/b.json#/x/configuration/jsonpath: There is no option \"jsonpath\". Did you mean \"json_path\"?",
        "schemas/b | {'x': {'schema': {}, 'parser': 'json', 'parsr': 'json'}} | schemas/b.json#/x/parsr: There is no key \"parsr\". Did you mean \"parser\"?",
        "schemas/b | {'cloudtrail:events': {'schema': {}, 'parser': 'json'}} | schemas/b.json: The log type cloudtrail:events stands in two schema files; the one in this file is used",
      })
  void isTold(String file, String json, String message) {
    assertThat(ConfFiles.minimal().with(file, json).load().warnings()).containsExactly(message);
  }

  /** No schema of ours asks for it, but the library could. */
  @Test
  void anUnknownRuleIsNamed() {
    Finding finding = new Finding("uniqueItems", List.of("a", "b/c"), false, "", List.of("true"));
    SchemaNode anything = new ConfigSchemas().root("global");

    assertThat(
            FindingText.problem("f.json", finding, FieldValue.of(1), anything).toString())
        .isEqualTo("f.json#/a/b~1c: \"b/c\" breaks the rule \"uniqueItems\" of its JSON Schema");
  }

  @Test
  void limitsOfListsAndTextsAreNamed() {
    SchemaNode anything = new ConfigSchemas().root("global");
    assertThat(FindingText.problem(
                "f",
                new Finding("minItems", List.of("a"), false, "", List.of("1")),
                FieldValue.of(1),
                anything)
            .toString())
        .isEqualTo("f#/a: \"a\" is a list with too few elements: it needs at least 1");
    assertThat(FindingText.problem(
                "f",
                new Finding("minLength", List.of("a"), false, "", List.of("1")),
                FieldValue.of(1),
                anything)
            .toString())
        .isEqualTo("f#/a: \"a\" is too short: it needs at least 1 character");
  }

  @Test
  void syntaxIsToldByLineAndColumn() {
    assertThatThrownBy(
            () -> ConfFiles.minimal().with("global", "{\n  'a': 1,\n}").load())
        .hasMessageContaining("global.json: is not JSON (line 3, column 1)");
  }
}
