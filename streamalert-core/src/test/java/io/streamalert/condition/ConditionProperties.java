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

  @Property(tries = 8_000, shrinking = ShrinkingMode.BOUNDED)
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
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20 && share < 80));
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

  @Property
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
