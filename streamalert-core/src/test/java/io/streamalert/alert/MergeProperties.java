package io.streamalert.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The laws of merging, and grouping against a reference that compares each alert with each. */
class MergeProperties {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String[] NAMES = {"user", "ip", "k", "n"};

  @Property
  void commonAndDifferenceRebuildEachPart(@ForAll("alerts") List<Alert> alerts) {
    FieldValue merged = MergeGroup.merge(alerts, NOON).record().content();
    List<FieldValue> differences = List.copyOf(merged.at("ValueDiffs").fields().values());
    List<Alert> byAge = byAge(alerts);

    assertThat(differences).hasSameSizeAs(alerts);
    for (int i = 0; i < byAge.size(); i++) {
      FieldValue record = RecordParts.without(byAge.get(i).record().content(), Set.of("user"));
      assertThat(together(merged.at("OtherCommonKeys"), differences.get(i)).toJson())
          .satisfies(json -> assertThat(FieldValue.parse(json)).isEqualTo(record));
    }
  }

  @Property
  void theOrderOfTheAlertsDoesNotMatter(
      @ForAll("alerts") List<Alert> alerts, @ForAll Random random) {
    List<Alert> shuffled = new ArrayList<>(alerts);
    Collections.shuffle(shuffled, random);

    assertThat(MergeGroup.merge(shuffled, NOON)).isEqualTo(MergeGroup.merge(alerts, NOON));
    assertThat(partsOf(MergeGroups.of(shuffled, NOON).closed()))
        .isEqualTo(partsOf(MergeGroups.of(alerts, NOON).closed()));
  }

  @Property
  void onePartIsItself(@ForAll("alerts") List<Alert> alerts) {
    Alert part = alerts.get(0);
    FieldValue merged = MergeGroup.merge(List.of(part), NOON).record().content();

    assertThat(merged.at("OtherCommonKeys"))
        .isEqualTo(RecordParts.without(part.record().content(), Set.of("user")));
  }

  @Property
  void everyAlertIsInExactlyOneGroupOfAlertsThatCanMerge(
      @ForAll("alerts") List<Alert> alerts, @ForAll @IntRange(max = 900) int second) {
    MergeGroups groups = MergeGroups.of(alerts, NOON.plusSeconds(second));
    List<MergeGroup> all = new ArrayList<>(groups.closed());
    all.addAll(groups.waiting());

    assertThat(all.stream().flatMap(group -> group.parts().stream()).map(Alert::id))
        .containsExactlyInAnyOrderElementsOf(alerts.stream().map(Alert::id).toList());
    assertThat(all).allSatisfy(group -> {
      assertThat(group.parts()).hasSizeLessThanOrEqualTo(MergeGroups.LIMIT_PARTS);
      assertThat(group.parts())
          .allMatch(part -> part.equals(group.parts().get(0))
              || MergeGroup.canMerge(group.parts().get(0), part));
    });
    assertThat(groups.closed())
        .allMatch(group -> group.isFull() || !group.closesAt().isAfter(NOON.plusSeconds(second)));
    assertThat(groups.waiting())
        .allMatch(group -> !group.isFull() && group.closesAt().isAfter(NOON.plusSeconds(second)));
  }

  @Property(tries = 200)
  void groupingIsThatOfTheQuadraticReference(@ForAll("manyAlerts") List<Alert> alerts) {
    MergeGroups groups = MergeGroups.of(alerts, NOON.plusSeconds(86_400));

    assertThat(partsOf(groups.closed())).isEqualTo(quadratic(alerts));
    assertThat(groups.waiting()).isEmpty();
  }

  @Property(tries = 200)
  void lookingEarlierDoesNotChangeWhatBecomesOfTheAlerts(
      @ForAll("manyAlerts") List<Alert> alerts, @ForAll @IntRange(max = 900) int second) {
    Instant early = NOON.plusSeconds(second);
    List<Alert> left = new ArrayList<>(alerts);
    left.removeIf(alert -> alert.created().isAfter(early));
    List<MergeGroup> sent = new ArrayList<>(MergeGroups.of(left, early).closed());
    Set<AlertId> gone = sent.stream()
        .flatMap(group -> group.parts().stream())
        .map(Alert::id)
        .collect(Collectors.toSet());
    List<Alert> rest =
        alerts.stream().filter(alert -> !gone.contains(alert.id())).toList();
    sent.addAll(MergeGroups.of(rest, NOON.plusSeconds(86_400)).closed());

    assertThat(sent.stream().map(MergeGroup::merged).collect(Collectors.toSet()))
        .isEqualTo(MergeGroups.of(alerts, NOON.plusSeconds(86_400)).closed().stream()
            .map(MergeGroup::merged)
            .collect(Collectors.toSet()));
  }

  /** Alerts by age; each joins the first group with room whose first alert it can merge with. */
  private static Set<List<AlertId>> quadratic(List<Alert> alerts) {
    List<List<Alert>> groups = new ArrayList<>();
    for (Alert alert : byAge(alerts)) {
      groups.stream()
          .filter(group -> group.size() < MergeGroups.LIMIT_PARTS)
          .filter(group -> MergeGroup.canMerge(group.get(0), alert))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(alert), () -> groups.add(new ArrayList<>(List.of(alert))));
    }
    return groups.stream()
        .map(group -> group.stream().map(Alert::id).toList())
        .collect(Collectors.toSet());
  }

  private static Set<List<AlertId>> partsOf(List<MergeGroup> groups) {
    return groups.stream()
        .map(group -> group.parts().stream().map(Alert::id).toList())
        .collect(Collectors.toSet());
  }

  private static List<Alert> byAge(List<Alert> alerts) {
    return alerts.stream().sorted(MergeGroup.BY_AGE).toList();
  }

  /** Two parts of a record as one; maps are joined at every level. */
  private static FieldValue together(FieldValue common, FieldValue difference) {
    if (common.kind() != Kind.MAP || difference.kind() != Kind.MAP) {
      return difference;
    }
    Map<String, FieldValue> all = new LinkedHashMap<>(common.fields());
    difference
        .fields()
        .forEach((key, value) -> all.merge(key, value, (shared, own) -> together(shared, own)));
    return FieldValue.map(all);
  }

  @Provide
  Arbitrary<List<Alert>> alerts() {
    return alert(600).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Alert>> manyAlerts() {
    return Arbitraries.integers()
        .between(1, 900)
        .flatMap(seconds -> alert(seconds).list().ofMinSize(1).ofMaxSize(200));
  }

  private static Arbitrary<Alert> alert(int seconds) {
    Arbitrary<Integer> windows = Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(5)), Tuple.of(1, Arbitraries.integers().between(1, 9)));
    return Combinators.combine(records(), Arbitraries.integers().between(0, seconds), windows)
        .as((record, second, minutes) -> Alert.builder(
                "r", LogRecord.of("t", record.toJson()), NOON.plusSeconds(second))
            .mergePolicy(MergePolicy.within(Duration.ofMinutes(minutes)).by("user"))
            .build());
  }

  private static Arbitrary<FieldValue> records() {
    Arbitrary<FieldValue> flat = map(scalars(), 2);
    Arbitrary<FieldValue> nested = map(Arbitraries.oneOf(scalars(), flat), 3);
    return map(Arbitraries.oneOf(scalars(), flat, nested, lists(flat)), 4);
  }

  private static Arbitrary<FieldValue> lists(Arbitrary<FieldValue> elements) {
    return elements.list().ofMaxSize(2).map(FieldValue::list);
  }

  private static Arbitrary<FieldValue> map(Arbitrary<FieldValue> values, int size) {
    return Arbitraries.maps(Arbitraries.of(NAMES), values).ofMaxSize(size).map(FieldValue::map);
  }

  private static Arbitrary<FieldValue> scalars() {
    return Arbitraries.of(1, 2, 1.0, true, "a", "").map(FieldValue::of);
  }
}
