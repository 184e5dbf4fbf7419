package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommunitySamplesTest {

  /** Types whose sample another type takes, because every log of the first fits the second too. */
  private static final Map<LogType, LogType> TAKEN_BY = Map.of(
      // The same keys and types; epoch, counter and decorations are optional in the second.
      LogType.of("fleet:results"), LogType.of("osquery:differential"));

  private final StreamAlert streamAlert = Samples.over(CommunitySchemas.all());

  static Stream<LogType> types() {
    return CommunitySchemas.all().stream().map(LogSchema::type);
  }

  static Stream<LogType> typesWithEnvelope() {
    return CommunitySchemas.all().stream()
        .filter(schema -> schema.options().containsKey("envelope_keys"))
        .map(LogSchema::type);
  }

  @Test
  void areOneForEachType() throws IOException, URISyntaxException {
    assertThat(Samples.fileNames(Samples.folder("samples")))
        .containsExactlyInAnyOrderElementsOf(types().map(Samples::fileName).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void areOfTheirType(LogType type) {
    Classification outcome = Samples.classify(streamAlert, Samples.of(type));

    assertWhole(outcome, TAKEN_BY.getOrDefault(type, type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void fitTheSchemaOfTheirTypeAlone(LogType type) {
    assertWhole(Samples.alone(type, Samples.of(type)), type);
  }

  private static void assertWhole(Classification outcome, LogType type) {
    assertThat(outcome.deadLetters()).isEmpty();
    assertThat(outcome.records()).isNotEmpty().extracting(LogRecord::type).containsOnly(type);
  }

  @ParameterizedTest
  @CsvSource({
    "carbonblack:feed.query.hit.process",
    "carbonblack:watchlist.hit.process",
    "cloudwatch:cloudtrail",
    "cloudwatch:flow_logs",
    "cloudwatch:rds_aurora",
    "trendmicro:malwareevent"
  })
  void giveEveryRecordAtTheirPath(String name) {
    LogType type = LogType.of(name);

    assertThat(Samples.alone(type, Samples.of(type)).records()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("typesWithEnvelope")
  void keepTheirEnvelope(LogType type) {
    assertThat(Samples.alone(type, Samples.of(type)).records())
        .isNotEmpty()
        .allSatisfy(record ->
            assertThat(record.at("streamalert:envelope_keys").fields()).isNotEmpty());
  }

  /** The audit events of GitHub Enterprise are syslog lines as well; the priority decides. */
  @Test
  void ofGitHubAuditAreSyslogWhereThatIsTheOnlySchema() {
    LogType syslog = LogType.of("ghe:syslog");

    assertWhole(Samples.alone(syslog, Samples.of(LogType.of("ghe:general"))), syslog);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void areRefusedWhenSpoilt(String what, String name, String part, String replacement) {
    LogType type = LogType.of(name);
    String sample = Samples.of(type);
    assertThat(sample).contains(part);

    assertThat(Samples.alone(type, sample.replace(part, replacement)).deadLetters())
        .isNotEmpty();
  }

  static Stream<Arguments> spoilt() {
    return Stream.of(
        arguments("key missing", "duo:administrator", "\"object\": \"bob\",", ""),
        arguments("key unknown", "duo:administrator", "{\n", "{ \"more\": 1,\n"),
        arguments("text for an integer", "slack:access", "\"count\": 12", "\"count\": \"many\""),
        arguments("text for a list", "okta:logevents", "\"target\": []", "\"target\": \"none\""),
        arguments("inner key unknown", "gsuite:reports", "\"customerId\"", "\"customer\""),
        arguments("json_path leads nowhere", "cloudtrail:insight", "\"Records\"", "\"Events\""),
        arguments(
            "embedded_json broken",
            "cloudwatch:cloudtrail",
            "\"message\": \"{",
            "\"message\": \"["),
        arguments("envelope_keys missing", "cloudwatch:flow_logs", "\"logGroup\"", "\"group\""),
        arguments("envelope key not optional", "ghe:general", "\"received_at\"", "\"received\""),
        arguments("json_regex_key missing", "ghe:general", "\"message\"", "\"text\""),
        arguments(
            "log_patterns",
            "carbonblack:ingress.event.procstart",
            "\"ingress.event.procstart\"",
            "\"ingress.event.procend\""),
        arguments("log_patterns with wildcards", "streamquery:version1", "\"1.0.0\"", "\"2.0.0\""),
        arguments(
            "log_patterns of the envelope",
            "cloudwatch:control_message",
            "\"CONTROL_MESSAGE\"",
            "\"DATA_MESSAGE\""),
        arguments("log_patterns of the inner row", "pan", ",TRAFFIC,", ",THREAT,"),
        arguments("column missing", "pan", "\"UTF8\",", ""),
        arguments("inner column missing", "pan", ",Germany,", ","),
        arguments("quotechar missing", "cloudwatch:rds_aurora", ",'SELECT", ",SELECT"),
        arguments("escapechar missing", "cloudwatch:rds_aurora", "\\\\'late", "'late"));
  }
}
