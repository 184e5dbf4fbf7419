package io.streamalert.local;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.event.BatchSummary;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.Settings;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LongDocumentProperties {

  private static final int TIGHT = 100;

  /** One candidate an element. What does not fit is an element of a raw log there, and a raw log here. */
  @Property(tries = 200)
  void idsAndAlertsDoNotDependOnTheLimit(
      @ForAll("users") List<String> users,
      @ForAll("shells") List<String> shell,
      @ForAll @IntRange(min = 1, max = 300) int blockSize) {
    String document = shell.get(0) + String.join(",\n", users) + shell.get(1);
    Assume.that(document.length() > TIGHT);
    Sample whole = new Sample();
    Sample pieces = new Sample();

    BatchSummary one = run(whole, Settings.DEFAULT_MAX_DOCUMENT_BYTES, blockSize, document);
    BatchSummary many = run(pieces, TIGHT, blockSize, document);

    assertThat(pieces.alerts).extracting(Alert::id).isEqualTo(ids(whole));
    assertThat(pieces.alerts)
        .extracting(a -> a.record().id())
        .isEqualTo(whole.alerts.stream().map(a -> a.record().id()).toList());
    assertThat(many.recordsByLogType()).isEqualTo(one.recordsByLogType());
    assertThat(many.rawLogs()).isEqualTo(users.size());
    if (one.classified() > 0) {
      assertThat(pieces.deadLetters)
          .extracting(letter -> letter.id())
          .isEqualTo(whole.deadLetters.stream().map(letter -> letter.id()).toList());
    }
  }

  private static List<?> ids(Sample sample) {
    return sample.alerts.stream().map(Alert::id).toList();
  }

  private static BatchSummary run(Sample sample, int limit, int blockSize, String document) {
    Settings settings = Settings.builder().maxDocumentBytes(limit).build();
    Ledger ledger = sample
        .runtime(streamAlert(settings))
        .workers(2)
        .blockSize(blockSize)
        .build()
        .run(List.of(Sample.input(document)));
    BatchSummary summary = ledger.summary();
    assertThat(summary.rawLogs()).isEqualTo(summary.classified() + summary.deadLetters());
    return summary;
  }

  private static StreamAlert streamAlert(Settings settings) {
    LogSchema inList = LogSchema.named("test:list")
        .field("user", FieldType.string())
        .jsonPath("Records[*]")
        .build();
    LogSchema bare =
        LogSchema.named("test:login").field("user", FieldType.string()).build();
    Rule eve = Rule.of(RuleSpec.named("eve")
        .logs("test:login", "test:list")
        .where(field("user").is("eve"))
        .build());
    return StreamAlert.builder()
        .schemas(inList, bare)
        .rules(eve)
        .clock(Sample.CLOCK)
        .settings(settings)
        .build();
  }

  @Provide
  Arbitrary<List<String>> users() {
    return Arbitraries.of("{\"user\":\"eve\"}", "{\"user\": \"bob\"}", "{\"name\":\"eve\"}", "7")
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> shells() {
    return Arbitraries.of(
        List.of("[", "]"),
        List.of("{\"Records\":[", "]}"),
        List.of("{\"version\":1,\n\"Records\": [", "\n]}\n"));
  }
}
