package io.streamalert.condition;

import static io.streamalert.condition.Condition.allOf;
import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Conditions against a naive reading of them, and the laws they keep. */
class ConditionProperties {

  @Provide
  Arbitrary<Condition> conditions() {
    return ConditionArbitraries.conditions();
  }

  @Provide
  Arbitrary<Map<String, @Nullable Object>> records() {
    return ConditionArbitraries.records();
  }

  @Provide
  Arbitrary<List<Map<String, @Nullable Object>>> manyRecords() {
    return ConditionArbitraries.records().list().ofSize(200);
  }

  @Property(tries = 6_000, shrinking = ShrinkingMode.BOUNDED)
  void conditionsSayWhatTheNaiveReadingSays(
      @ForAll("conditions") Condition condition,
      @ForAll("records") Map<String, @Nullable Object> record) {
    boolean expected = NaiveConditions.holds(condition, record);

    for (FieldValue form : PlainRecords.inAllForms(record)) {
      assertThat(condition.test(form)).as(condition.describe()).isEqualTo(expected);
      assertThat(condition.explain(form).holds()).as(condition.describe()).isEqualTo(expected);
    }
    Statistics.label("holds")
        .collect(expected)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 25 && share < 60));
  }

  @Property(tries = 6_000)
  void whatDemandsOtherThanAsciiHoldsForNoAsciiRecord(
      @ForAll("conditions") Condition condition,
      @ForAll("records") Map<String, @Nullable Object> record) {
    boolean demands = OtherThanAscii.isDemandedBy(condition);

    for (FieldValue form : PlainRecords.inAllForms(record)) {
      boolean matters = demands && form.isKnownAscii();
      assertThat(matters && condition.test(form)).as(condition.describe()).isFalse();
      Statistics.label("matters").collect(matters);
    }
    Statistics.label("matters")
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  @Property(tries = 1_000)
  void variantsDoTooAndAreAllDifferent(
      @ForAll("conditions") Condition condition,
      @ForAll("records") Map<String, @Nullable Object> record) {
    FieldValue content = PlainRecords.read(record);
    List<Condition> variants =
        condition.variants().stream().map(Condition.Variant::condition).toList();

    assertThat(variants).doesNotContain(condition).doesNotHaveDuplicates();
    assertThat(condition.variants()).isEqualTo(condition.variants());
    for (Condition variant : variants) {
      assertThat(variant.test(content))
          .as(variant.describe())
          .isEqualTo(NaiveConditions.holds(variant, record));
    }
  }

  /** Some changes make no difference, such as of a clause that another one makes needless. */
  @Property(tries = 60)
  void mostVariantsDifferOnSomeRecord(
      @ForAll("conditions") Condition condition,
      @ForAll("manyRecords") List<Map<String, @Nullable Object>> records) {
    List<FieldValue> contents = records.stream().map(PlainRecords::read).toList();

    for (Condition.Variant variant : condition.variants()) {
      boolean differs = contents.stream()
          .anyMatch(content -> variant.condition().test(content) != condition.test(content));
      Statistics.label("differ").collect(differs);
    }
    Statistics.label("differ")
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 40));
  }

  @Property(tries = 500)
  void opposites(
      @ForAll("conditions") Condition a,
      @ForAll("conditions") Condition b,
      @ForAll("records") Map<String, @Nullable Object> record) {
    FieldValue content = PlainRecords.read(record);

    assertThat(not(not(a))).isEqualTo(a);
    assertThat(not(a).test(content)).isNotEqualTo(a.test(content));
    assertThat(not(a.and(b)).test(content)).isEqualTo(not(a).or(not(b)).test(content));
    assertThat(not(a.or(b)).test(content)).isEqualTo(not(a).and(not(b)).test(content));
    assertThat(allOf(a, b).test(content)).isEqualTo(a.and(b).test(content));
    assertThat(anyOf(a, b).test(content)).isEqualTo(a.or(b).test(content));
  }

  @Property
  void wordsAreFixedAndNameEveryField(@ForAll("conditions") Condition condition) {
    assertThat(condition.describe()).isEqualTo(condition.describe());
    for (String name : names(condition.node())) {
      assertThat(condition.describe()).contains(name);
    }
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>();
    if (node instanceof Node.All all) {
      all.parts().forEach(part -> names.addAll(names(part)));
    } else if (node instanceof Node.Any any) {
      any.parts().forEach(part -> names.addAll(names(part)));
    } else if (node instanceof Node.Not not) {
      names.addAll(names(not.part()));
    } else if (node instanceof Node.Test test) {
      names.add(
          test.subject() instanceof Subject.Anywhere all
              ? all.key()
              : test.subject().words());
      if (test.check() instanceof ElementCheck elements) {
        names.addAll(names(elements.element().node()));
      }
    }
    return names;
  }

  @Property
  void whatDecidedIsPartOfTheAnswer(
      @ForAll("conditions") Condition condition,
      @ForAll("records") Map<String, @Nullable Object> record) {
    Explanation why = condition.explain(PlainRecords.read(record));

    assertThat(why.toTree().lines())
        .anyMatch(line -> line.endsWith(why.decisive().toString()));
    assertThat(why.toTree().lines()).hasSize(count(why));
  }

  private static int count(Explanation why) {
    return 1 + why.parts().stream().mapToInt(ConditionProperties::count).sum();
  }
}
