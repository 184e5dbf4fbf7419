package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleEntry;
import io.streamalert.rule.RuleOrigin;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleState;
import io.streamalert.settings.ConfigException;
import io.streamalert.spi.RuleProvider;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

class RuleDiscoveryTest {

  private static final LogSchema LOGIN =
      LogSchema.named("acme:login").field("user", FieldType.string()).build();
  private static final Rule KNOWN = rule("known", "acme:login");
  private static final Rule MIXED = rule("mixed", "acme:login", "acme:logout");
  private static final Rule OTHER = rule("other", "acme:logins");
  private static final LogRecord LOGINS = LogRecord.of("acme:logins", "{}");

  private static Rule rule(String name, String... logs) {
    return Rule.of(RuleSpec.named(name).logs(logs).build());
  }

  private static StreamAlertBuilder builder() {
    return StreamAlert.builder().schemas(LOGIN);
  }

  private record Library(List<Rule> rules, boolean isLibrary) implements RuleProvider {}

  @Test
  void aRuleOfALibraryWithoutAnySchemaIsInactive() {
    Library library = new Library(List.of(KNOWN, MIXED, OTHER), true);
    StreamAlert streamAlert = builder().rulesFrom(library).build();

    assertThat(streamAlert.engine().entries())
        .extracting(RuleEntry::toString)
        .containsExactly("known (ENABLED)", "mixed (ENABLED)", "other (INACTIVE)");
    assertThat(streamAlert.evaluate(LOGINS).outcomes()).isEmpty();
    assertThat(streamAlert.engine().explain("other", LOGINS).orElseThrow().toString())
        .contains("inactive", "acme:logins");
  }

  @Test
  void ownRulesNeedASchemaForEachOfTheirTypes() {
    for (StreamAlertBuilder builder : List.of(
        builder().rules(OTHER, MIXED),
        builder().rulesFrom(new Library(List.of(OTHER, MIXED), false)),
        builder().ruleProviders(List.of(() -> List.of(OTHER), () -> List.of(MIXED))))) {
      assertThatThrownBy(builder::build)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("The rule other (Rule.of in code) looks at acme:logins")
          .hasMessageContaining("Did you mean \"acme:login\"?")
          .hasMessageContaining("looks at acme:logout");
    }
  }

  @Test
  void eachRuleHasAnOrigin() {
    Rule lambda =
        Rule.of(RuleSpec.named("lambda").logs("acme:login").build(), (record, context) -> true);
    StreamAlert streamAlert = builder()
        .rules(lambda, new Named())
        .rule(KNOWN, RuleOrigin.in(KNOWN, "rules/Known.java"))
        .rulesFrom(new Library(List.of(MIXED), true))
        .build();

    List<RuleOrigin> origins =
        streamAlert.engine().entries().stream().map(RuleEntry::origin).toList();

    assertThat(origins.get(0).type()).isEqualTo(RuleDiscoveryTest.class.getName());
    assertThat(origins.get(1).type()).isEqualTo(Named.class.getName());
    assertThat(origins.get(1).place()).endsWith("test-classes").doesNotContain("file:");
    assertThat(origins.get(2)).hasToString("Rule.of in rules/Known.java");
    assertThat(origins).extracting(RuleOrigin::library).containsExactly(false, false, false, true);
  }

  private static final class Named implements Rule {
    @Override
    public RuleSpec spec() {
      return RuleSpec.named("named").logs("acme:login").build();
    }
  }

  @Test
  void twoRulesOfOneNameAreToldWithBothOrigins() {
    StreamAlertBuilder builder = builder()
        .rule(KNOWN, RuleOrigin.in(KNOWN, "a.jar"))
        .rulesFrom(new Library(List.of(KNOWN), true))
        .rules(OTHER);

    assertThatThrownBy(builder::build)
        .hasMessageContaining("Two rules have the name \"known\": Rule.of in a.jar and Rule.of in")
        .hasMessageContaining("acme:logins");
  }

  @Test
  void providersThatBreakAreProblems() {
    RuleProvider broken = () -> {
      throw new IllegalStateException("no file");
    };
    Iterable<RuleProvider> loader = () -> {
      throw new ServiceConfigurationError("no such class");
    };

    assertThatThrownBy(() -> builder()
            .rulesFrom(broken)
            .ruleProviders(loader)
            .rulesFrom(new Library(List.of(OTHER), false))
            .build())
        .hasMessageContaining("broke: java.lang.IllegalStateException: no file")
        .hasMessageContaining("no such class")
        .hasMessageContaining("acme:logins");
  }

  @Test
  void providersAreAskedByEachBuild() {
    List<Rule> asked = new java.util.ArrayList<>(List.of(KNOWN));
    StreamAlertBuilder builder = builder().ruleProviders(new Iterable<>() {
      @Override
      public Iterator<RuleProvider> iterator() {
        return List.<RuleProvider>of(() -> List.copyOf(asked)).iterator();
      }
    });

    assertThat(builder.build().engine().rules()).containsOnlyKeys("known");
    asked.add(MIXED);
    asked.remove(KNOWN);
    assertThat(builder
            .schemas(
                LogSchema.named("acme:logout").field("user", FieldType.string()).build())
            .build()
            .engine()
            .entries())
        .extracting(RuleEntry::state)
        .containsExactly(RuleState.ENABLED);
  }
}
