package io.streamalert.local;

import static io.streamalert.condition.Condition.field;

import io.streamalert.StreamAlert;
import io.streamalert.StreamAlertBuilder;
import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.local.framing.Bytes;
import io.streamalert.record.LogSource;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RuleSpec;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A small composition, and everything that a runtime told of it. */
final class Sample {

  static final LogSource SOURCE = LogSource.of("s3", "bucket");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  final List<Alert> alerts = new ArrayList<>();
  final List<DeadLetter> deadLetters = new ArrayList<>();
  final List<RuleOutcome.Failed> failures = new ArrayList<>();
  final List<String> unclassified = new ArrayList<>();

  /** Logs {@code {"user": …}} and lists of them; one rule for the user eve, one that breaks at mallory. */
  static StreamAlertBuilder streamAlert() {
    LogSchema login =
        LogSchema.named("test:login").field("user", FieldType.string()).build();
    Rule eve = Rule.of(
        RuleSpec.named("eve").logs("test:login").where(field("user").is("eve")).build());
    Rule broken =
        Rule.of(RuleSpec.named("broken").logs("test:login").build(), (record, context) -> {
          if (record.at("user").is("mallory")) {
            throw new IllegalStateException("mallory");
          }
          return false;
        });
    return StreamAlert.builder().schemas(login).rules(eve, broken).clock(CLOCK);
  }

  LocalRuntime.Builder runtime() {
    return runtime(streamAlert().build());
  }

  LocalRuntime.Builder runtime(StreamAlert streamAlert) {
    AtomicInteger next = new AtomicInteger();
    return LocalRuntime.builder(streamAlert)
        .ids(() -> "input" + next.getAndIncrement())
        .clock(CLOCK)
        .alerts(alerts::add)
        .deadLetters(deadLetters::add)
        .unclassified(log -> unclassified.add(log.reason()))
        .failures(failures::add);
  }

  static LogInput input(String content) {
    return input(Bytes.of(content));
  }

  static LogInput input(byte[] content) {
    return LogInput.stdin(SOURCE, new ByteArrayInputStream(content));
  }
}
