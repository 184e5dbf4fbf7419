package io.streamalert.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeGroupTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final OutputId SLACK = OutputId.of("slack", "sec");
  private static final OutputId JIRA = OutputId.of("jira", "sec");

  @Test
  void mergedRecordHasTheShapeOfTheOriginal() {
    Alert first = alert("{\"user\":\"a\",\"ip\":\"1\",\"n\":{\"p\":1,\"q\":2}}", 0);
    Alert second = alert("{\"user\":\"a\",\"ip\":\"2\",\"n\":{\"p\":1,\"q\":3}}", 1);

    assertThat(MergeGroup.merge(List.of(second, first), NOON).record().toJson())
        .isEqualTo("{\"AlertCount\":2,\"AlertTimeFirst\":\"2026-01-01T12:00:00.000000Z\","
            + "\"AlertTimeLast\":\"2026-01-01T12:00:01.000000Z\",\"MergedBy\":{\"user\":\"a\"},"
            + "\"OtherCommonKeys\":{\"n\":{\"p\":1}},\"ValueDiffs\":{"
            + "\"2026-01-01T12:00:00.000000Z\":{\"ip\":\"1\",\"n\":{\"q\":2}},"
            + "\"2026-01-01T12:00:01.000000Z\":{\"ip\":\"2\",\"n\":{\"q\":3}}}}");
  }

  @Test
  void singleRecordIsEntirelyCommon() {
    FieldValue record = MergeGroup.merge(List.of(alert("{\"user\":\"a\",\"l\":[1]}", 0)), NOON)
        .record()
        .content();

    assertThat(record.at("AlertCount").is(1)).isTrue();
    assertThat(record.at("OtherCommonKeys").toJson()).isEqualTo("{\"l\":[1]}");
    assertThat(record.at("ValueDiffs").toJson()).isEqualTo("{\"2026-01-01T12:00:00.000000Z\":{}}");
  }

  @Test
  void equalTimesLoseNothing() {
    List<Alert> alerts = List.of(alert("{\"ip\":1}", 0), alert("{\"ip\":2}", 0), alert("{}", 0));

    assertThat(MergeGroup.merge(alerts, NOON).record().at("ValueDiffs").fields())
        .containsOnlyKeys(
            "2026-01-01T12:00:00.000000Z",
            "2026-01-01T12:00:00.000000Z (2)",
            "2026-01-01T12:00:00.000000Z (3)");
  }

  @Test
  void mergeKeysVanishFromMapsButNotFromMapsInLists() {
    FieldValue record = MergeGroup.merge(
            List.of(alert("{\"n\":{\"user\":\"a\",\"k\":1},\"l\":[{\"user\":\"a\"}]}", 0)), NOON)
        .record()
        .content();

    assertThat(record.at("MergedBy").toJson()).isEqualTo("{\"user\":\"a\"}");
    assertThat(record.at("OtherCommonKeys").toJson())
        .isEqualTo("{\"n\":{\"k\":1},\"l\":[{\"user\":\"a\"}]}");
  }

  @Test
  void normalizedValuesAreNotMerged() {
    String normalized = "{\"streamalert_normalization\":{\"user\":\"x\"},\"k\":1}";
    FieldValue record =
        MergeGroup.merge(List.of(alert(normalized, 0)), NOON).record().content();

    assertThat(record.at("MergedBy").toJson()).isEqualTo("{\"user\":\"(n/a)\"}");
    assertThat(record.at("OtherCommonKeys").toJson()).isEqualTo("{\"k\":1}");
  }

  @Test
  void partsOfSeveralSourcesSayFromWhere() {
    Alert one = from("s3", "trail", "{\"user\":\"a\"}", 0);
    Alert other = from("kinesis", "stream", "{\"user\":\"a\"}", 1);
    Alert merged = MergeGroup.merge(List.of(one, other), NOON);

    assertThat(merged.record().source()).isEqualTo(LogSource.of("s3", "trail"));
    assertThat(merged.record().at("PartSources").toJson())
        .isEqualTo(
            "{\"2026-01-01T12:00:00.000000Z\":{\"cluster\":\"\",\"log_source\":\"t\","
                + "\"log_type\":\"json\",\"source_entity\":\"trail\",\"source_service\":\"s3\"},"
                + "\"2026-01-01T12:00:01.000000Z\":{\"cluster\":\"\",\"log_source\":\"t\","
                + "\"log_type\":\"json\",\"source_entity\":\"stream\",\"source_service\":\"kinesis\"}}");
    assertThat(MergeGroup.merge(List.of(one), NOON).record().at("PartSources").exists())
        .isFalse();
  }

  @Test
  void whatComesFromTheOldestAndWhatFromTheNewest() {
    Alert oldest = builder("{}", 0)
        .title("one")
        .description("old")
        .context(Map.of("k", FieldValue.of("old")))
        .outputs(List.of(SLACK))
        .publishers(Map.of(SLACK, List.of("short")))
        .severity(Severity.HIGH)
        .staged(true)
        .build();
    Alert newest = builder("{}", 1)
        .title("two")
        .outputs(List.of(SLACK, JIRA))
        .publishers(Map.of(SLACK, List.of("long"), JIRA, List.of("long")))
        .build();
    Alert merged = MergeGroup.merge(List.of(newest, oldest), NOON.plusSeconds(9));

    assertThat(merged.id()).isEqualTo(AlertId.merged("r", oldest.id()));
    assertThat(merged.created()).isEqualTo(NOON.plusSeconds(9));
    assertThat(merged.mergePolicy().isEnabled()).isFalse();
    assertThat(merged.outputs()).containsExactlyInAnyOrder(SLACK, JIRA);
    assertThat(merged.publishers())
        .containsOnly(Map.entry(SLACK, List.of("short")), Map.entry(JIRA, List.of("long")));
    assertThat(merged.context()).isEqualTo(oldest.context());
    assertThat(merged.staged()).isTrue();
    assertThat(merged.severity()).isEqualTo(Severity.HIGH);
    assertThat(merged.title()).isEqualTo("old");
    assertThat(merged.record().id()).isEqualTo(oldest.record().id());
  }

  @Test
  void onlyAlertsOfOneRuleAreMerged() {
    Alert other = Alert.builder("other", record("{}"), NOON).build();

    assertThatIllegalArgumentException().isThrownBy(() -> MergeGroup.merge(List.of(), NOON));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MergeGroup.merge(List.of(alert("{}", 0), other), NOON));
  }

  @Test
  void whatCanBeMerged() {
    Alert alert = alert("{\"user\":\"a\"}", 0);

    assertThat(canMerge(alert, alert("{\"x\":{\"user\":\"a\"},\"y\":1}", 300))).isTrue();
    assertThat(canMerge(alert, alert("{\"user\":\"a\"}", 301))).isFalse();
    assertThat(canMerge(alert, alert("{\"user\":\"b\",\"x\":{\"user\":\"a\"}}", 1)))
        .isFalse();
    assertThat(canMerge(alert, alert("{}", 1))).isFalse();
    assertThat(canMerge(alert("{}", 0), alert("{\"user\":null}", 1))).isTrue();
    assertThat(canMerge(alert("{\"user\":1}", 0), alert("{\"user\":1.0}", 1))).isTrue();
    assertThat(
            canMerge(alert, Alert.builder("r", record("{\"user\":\"a\"}"), NOON).build()))
        .isFalse();
    assertThat(canMerge(alert, with(MergePolicy.within(Duration.ofMinutes(5)).by("user", "user"))))
        .isTrue();
    assertThat(canMerge(alert, with(MergePolicy.within(Duration.ofMinutes(5)).by("user", "ip"))))
        .isFalse();
  }

  @Test
  void theWindowOfTheOlderCounts() {
    Alert shortly = alert("{}", 0);
    Alert longer = builder("{}", 400)
        .mergePolicy(MergePolicy.within(Duration.ofHours(1)).by("user"))
        .build();

    assertThat(canMerge(shortly, longer)).isFalse();
    assertThat(canMerge(longer, alert("{}", 3600))).isTrue();
  }

  @Test
  void groupsCloseInTimeOrWhenFull() {
    List<Alert> two = List.of(alert("{}", 0), alert("{}", 300), alert("{\"user\":1}", 290));
    MergeGroups early = MergeGroups.of(two, NOON.plusSeconds(299));
    MergeGroups late = MergeGroups.of(two, NOON.plusSeconds(300));

    assertThat(early.closed()).isEmpty();
    assertThat(early.waiting()).hasSize(2);
    assertThat(late.closed()).singleElement().satisfies(group -> {
      assertThat(group.parts()).hasSize(2);
      assertThat(group.closesAt()).isEqualTo(NOON.plusSeconds(300));
      assertThat(group.merged().created()).isEqualTo(NOON.plusSeconds(300));
    });
    assertThat(late.waiting()).hasSize(1);
    assertThat(late).hasToString("MergeGroups[closed=1, waiting=1]");
    assertThat(late.closed().get(0))
        .hasToString("MergeGroup[r, parts=2, closesAt=2026-01-01T12:05:00Z]");
  }

  @Test
  void fullGroupClosesWithItsNewestPart() {
    List<Alert> many =
        IntStream.range(0, 60).mapToObj(second -> alert("{}", second)).toList();
    MergeGroups groups = MergeGroups.of(many, NOON.plusSeconds(59));

    assertThat(groups.closed()).singleElement().satisfies(group -> {
      assertThat(group.isFull()).isTrue();
      assertThat(group.parts()).hasSize(MergeGroups.LIMIT_PARTS);
      assertThat(group.closesAt()).isEqualTo(NOON.plusSeconds(49));
    });
    assertThat(groups.waiting())
        .singleElement()
        .satisfies(group -> assertThat(group.parts()).hasSize(10));
  }

  @Test
  void largeRecordsCloseAGroup() {
    String large = "{\"text\":\"" + "x".repeat(MergeGroups.LIMIT_BYTES / 2 - 20) + "\"}";
    String huge = "{\"text\":\"" + "x".repeat(MergeGroups.LIMIT_BYTES) + "\"}";
    MergeGroups groups = MergeGroups.of(
        List.of(alert(large, 0), alert(large, 1), alert(large, 2), alert(huge, 3)), NOON);

    assertThat(groups.closed()).extracting(group -> group.parts().size()).containsExactly(2, 1, 1);
    assertThat(groups.waiting()).isEmpty();
  }

  @Test
  void alertWithoutPolicyIsNoCandidate() {
    Alert plain = Alert.builder("r", record("{}"), NOON).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MergeGroups.of(Collections.singleton(plain), NOON))
        .withMessageContaining("has no merge policy");
  }

  private static boolean canMerge(Alert one, Alert other) {
    assertThat(MergeGroup.canMerge(other, one)).isEqualTo(MergeGroup.canMerge(one, other));
    return MergeGroup.canMerge(one, other);
  }

  private static Alert with(MergePolicy policy) {
    return builder("{\"user\":\"a\"}", 1).mergePolicy(policy).build();
  }

  private static Alert alert(String json, int second) {
    return builder(json, second).build();
  }

  private static AlertBuilder builder(String json, int second) {
    return Alert.builder("r", record(json), NOON.plusSeconds(second))
        .mergePolicy(MergePolicy.within(Duration.ofMinutes(5)).by("user"));
  }

  private static Alert from(String service, String resource, String json, int second) {
    LogRecord record = LogRecord.builder(LogType.of("t"), FieldValue.parse(json))
        .source(LogSource.of(service, resource))
        .build();
    return Alert.builder("r", record, NOON.plusSeconds(second))
        .mergePolicy(MergePolicy.within(Duration.ofMinutes(5)).by("user"))
        .build();
  }

  private static LogRecord record(String json) {
    return LogRecord.of("t", json);
  }
}
