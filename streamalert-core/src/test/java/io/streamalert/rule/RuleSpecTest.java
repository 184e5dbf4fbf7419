package io.streamalert.rule;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSpecTest {

  private static final DynamicOutputs DYNAMIC = (record, context) -> List.of();

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> RuleSpec.named("r").build()).hasMessageContaining("logs(");
    assertThatThrownBy(() -> RuleSpec.named("r r")).hasMessageContaining("r r");
    assertThatThrownBy(() -> spec("r").outputs("slack")).hasMessageContaining("slack");
    assertThatThrownBy(() -> MergePolicy.within(Duration.ofSeconds(30)))
        .hasMessageContaining("minutes");
    MergePolicy withoutKeys = MergePolicy.within(Duration.ofMinutes(5));
    assertThatThrownBy(() -> spec("r").merge(withoutKeys)).hasMessageContaining("by(");
    assertThatThrownBy(() -> spec("r").attack("T1078", "1078.004"))
        .hasMessageContaining("\"1078.004\": write T1234 or T1234.567");
    assertThatThrownBy(() -> spec("r").formerly("a b")).hasMessageContaining("a b");
    assertThatThrownBy(() -> spec("r").formerly("r")).hasMessageContaining("formerly");
    assertThatThrownBy(() -> spec("r").publishersFor("")).hasMessageContaining("service");
    assertThatThrownBy(() -> spec("r").publishersFor("slack:", "p")).hasMessageContaining("slack:");
  }

  @Test
  void holdsWhatItWasTold() {
    RuleSpec spec = spec("r")
        .title("Title")
        .dataTypes("b", "a")
        .requireSubKeys("detail", "z", "y")
        .attack("T1078", "T1098.001")
        .formerly("old")
        .falsePositives("Tests.")
        .build();

    assertThat(spec.title()).isEqualTo("Title");
    assertThat(spec.dataTypes()).containsExactly("b", "a");
    assertThat(spec.requiredSubKeys()).isEqualTo(Map.of("detail", Set.of("z", "y")));
    assertThat(spec.attack()).containsExactly("T1078", "T1098.001");
    assertThat(spec.formerName()).contains("old");
    assertThat(spec.falsePositives()).containsExactly("Tests.");
  }

  @Test
  void aBuilderCanGoOnWithoutChangingWhatItMade() {
    RuleSpecBuilder builder = spec("r").outputs("slack:a");
    RuleSpec first = builder.build();
    RuleSpec second = builder.outputs("slack:b").disabled().build();

    assertThat(first.outputs()).containsExactly(OutputId.parse("slack:a"));
    assertThat(first.isDisabled()).isFalse();
    assertThat(second.outputs()).containsExactly(OutputId.parse("slack:b"));
  }

  @Test
  void publishersOfTheServiceComeBeforeThoseOfTheOutput() {
    RuleSpec spec = spec("r")
        .publishersFor("slack:sec", "own", "last")
        .publishersFor("slack", "service")
        .publishers("all")
        .build();

    assertThat(spec.publishersOf(OutputId.parse("slack:sec")))
        .containsExactly("all", "service", "own", "last");
    assertThat(spec.publishersOf(OutputId.parse("slack:x"))).containsExactly("all", "service");
    assertThat(spec.publishersOf(OutputId.parse("pagerduty:sec"))).containsExactly("all");
    assertThat(spec.publishers()).containsExactlyInAnyOrder("all", "service", "own", "last");
  }

  static List<UnaryOperator<RuleSpecBuilder>> differences() {
    return List.of(
        builder -> builder.formerly("old"),
        builder -> builder.description("d"),
        builder -> builder.title("t"),
        builder -> builder.logs("acme:logout"),
        builder -> builder.dataTypes("user"),
        builder -> builder.severity(Severity.HIGH),
        builder -> builder.attack("T1078"),
        builder -> builder.references("https://example.org"),
        builder -> builder.runbook("r"),
        builder -> builder.falsePositives("f"),
        builder -> builder.where(field("user").is("ann")),
        builder -> builder.matchers(Matcher.of("m", field("user").is("ann"))),
        builder -> builder.requireSubKeys("detail", "ip"),
        builder -> builder.outputs("slack:sec"),
        builder -> builder.dynamicOutputs(DYNAMIC),
        builder -> builder.publishers("p"),
        builder -> builder.publishersFor("slack", "p"),
        builder -> builder.context("k", 1),
        builder -> builder.merge(MergePolicy.within(Duration.ofMinutes(5)).by("user")),
        RuleSpecBuilder::disabled);
  }

  @ParameterizedTest
  @MethodSource("differences")
  void specsAreEqualIfTheyDeclareTheSame(UnaryOperator<RuleSpecBuilder> difference) {
    RuleSpec plain = spec("r").build();
    RuleSpec one = difference.apply(spec("r")).build();
    RuleSpec other = difference.apply(spec("r")).build();

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(plain);
  }
}
