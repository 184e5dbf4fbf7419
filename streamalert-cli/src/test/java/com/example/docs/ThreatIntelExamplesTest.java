package com.example.docs;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.Indicator;
import io.streamalert.intel.IndicatorKey;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of the page about threat intelligence. */
class ThreatIntelExamplesTest {

  private static final RawLog FLOW = RawLog.of(
      LogSource.of("s3", "flows"),
      Position.of("test"),
      "{\"source\": \"203.0.113.9\", \"target\": \"10.1.2.3\"}");

  // docs: intel-rule
  static final Rule KNOWN_BAD_ADDRESS = Rule.of(RuleSpec.named("known_bad_address")
      .description("A known bad address took part in a connection")
      .severity(Severity.HIGH)
      .logs("acme:flow")
      .where(field(LogRecord.INDICATORS_KEY, "ip").isTruthy())
      .build());
  // end

  // docs: intel-schema
  static final LogSchema FLOW_SCHEMA = LogSchema.named("acme:flow")
      .field("source", FieldType.string())
      .field("target", FieldType.string())
      .option(
          "normalization",
          FieldValue.of(Map.of(
              "ip_address",
              List.of(
                  Map.of("path", List.of("source"), "function", "source address"),
                  Map.of("path", List.of("target"), "function", "target address")))))
      .build();
  // end

  // docs: intel-spec
  static final IntelSpec SPEC = IntelSpec.builder()
      .normalizedTypes("ip", List.of("ip_address"))
      .exclusions("ip", List.of("10.0.0.0/8", "192.168.0.0/16"))
      .build();
  // end

  @Test
  void knownIndicatorsMakeAlerts() {
    // docs: intel-compose
    Indicator scanner = Indicator.builder(new IndicatorKey("ip", "203.0.113.9"))
        .source("our own list")
        .expires(Instant.parse("2100-01-01T00:00:00Z"))
        .build();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(FLOW_SCHEMA)
        .rules(KNOWN_BAD_ADDRESS)
        .intel(SPEC, ThreatIntel.of(List.of(scanner), Clock.systemUTC()))
        .build();
    // end

    List<Alert> alerts = streamAlert.process(List.of(FLOW)).alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).toJson()).contains("\"streamalert:ioc\":{\"ip\":[\"203.0.113.9\"]}");
  }

  /** A store over a network. */
  interface Feed {
    Set<Indicator> ask(Set<IndicatorKey> keys);
  }

  // docs: intel-own
  static ThreatIntel remembered(Feed feed, Clock clock) {
    return ThreatIntel.cached(feed::ask, 100_000, Duration.ofMinutes(10), clock);
  }
  // end

  @Test
  void aBrokenFeedIsTold() {
    Feed broken = keys -> {
      throw new IllegalStateException("away");
    };
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(FLOW_SCHEMA)
        .rules(KNOWN_BAD_ADDRESS)
        .intel(SPEC, remembered(broken, Clock.systemUTC()))
        .build();
    List<LogRecord> records =
        List.copyOf(streamAlert.classify(List.of(FLOW)).get(0).records());
    List<LogRecord> unchecked = new ArrayList<>();

    // docs: intel-missing
    for (Evaluation evaluation : streamAlert.evaluate(records)) {
      if (evaluation.isIntelMissing()) {
        unchecked.add(evaluation.record());
      }
    }
    // end

    assertThat(unchecked).hasSize(1);
  }
}
