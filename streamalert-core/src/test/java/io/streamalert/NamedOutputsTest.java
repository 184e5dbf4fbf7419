package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.SecretSource;
import io.streamalert.testing.Warnings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedOutputsTest {

  private static final OutputId FIREHOSE = OutputId.of("aws-firehose", "alerts");
  private static final OutputId SLACK = OutputId.of("slack", "security");

  private static StreamAlertBuilder builder(Rule... rules) {
    return StreamAlert.builder()
        .schemas(LogSchema.named("acme:login").field("user", FieldType.any()).build())
        .rules(rules);
  }

  private static Rule rule(String name, String... outputs) {
    return Rule.of(RuleSpec.named(name).logs("acme:login").outputs(outputs).build());
  }

  private static OutputDispatcher dispatcher(OutputId id) {
    return new OutputDispatcher() {
      @Override
      public OutputId id() {
        return id;
      }

      @Override
      public Delivery dispatch(DeliveryRequest request) {
        return Delivery.delivered();
      }
    };
  }

  private static Environment environment(Role role, OutputId... outputs) {
    return new Environment() {
      @Override
      public Clock clock() {
        return Clock.systemUTC();
      }

      @Override
      public Role role() {
        return role;
      }

      @Override
      public SecretSource secrets() {
        return SecretSource.of(Map.of());
      }

      @Override
      public Optional<LookupTable> table(TableSpec spec) {
        return Optional.empty();
      }

      @Override
      public Optional<ThreatIntel> intel(IntelSpec spec) {
        return Optional.empty();
      }

      @Override
      public Set<OutputId> outputs() {
        return Set.of(outputs);
      }
    };
  }

  @Test
  void whatDeliversNeedsEveryOutput() {
    for (Role role : List.of(Role.DELIVERY, Role.ALL)) {
      assertThatThrownBy(builder(rule("a", "slack:security"), rule("b", "slack:security"))
              .environment(environment(role))::build)
          .isInstanceOf(ConfigException.class)
          .hasMessage("The output aws-firehose:alerts, named by the settings, is not there."
              + " Configure it, and add the artifact streamalert-aws-runtime.\n"
              + "The output slack:security, named by a, b, is not there."
              + " Configure it, and add the artifact streamalert-outputs.");
    }
  }

  @Test
  void outputsOfTheRuntimeAndOfTheCompositionCount() {
    StreamAlert streamAlert = builder(rule("a", "slack:security"))
        .outputs(dispatcher(SLACK))
        .environment(environment(Role.ALL, FIREHOSE))
        .build();

    assertThat(streamAlert.outputs()).containsOnlyKeys(SLACK);
    assertThat(streamAlert.missingOutputs(Set.of(FIREHOSE))).isEmpty();
    assertThat(streamAlert.missingOutputs(Set.of())).hasSize(1);
  }

  @Test
  void theMendIsTheNearestName() {
    StreamAlert streamAlert = builder(
            rule("a", "slack:securty", "slak:security", "acme:x"),
            rule("b", "acme:x"),
            rule("c", "acme:x"),
            rule("d", "acme:x"))
        .build();

    assertThat(streamAlert.missingOutputs(Set.of(FIREHOSE, SLACK)).toString())
        .contains("slack:securty, named by a, is not there. Did you mean \"slack:security\"?")
        .contains("slak:security, named by a, is not there. Did you mean \"slack\"?")
        .contains("acme:x, named by a, b, c and 1 more, is not there."
            + " Add an output of the service acme.");
  }

  @Test
  void elsewhereItIsOneWarning() {
    try (Warnings warnings = Warnings.of(NamedOutputs.class)) {
      builder(rule("a", "slack:security")).environment(environment(Role.RULES)).build();
      assertThat(warnings.messages())
          .singleElement()
          .asString()
          .contains("aws-firehose:alerts", "slack:security", "streamalert-outputs");
    }
    try (Warnings warnings = Warnings.of(NamedOutputs.class)) {
      builder(rule("a", "slack:security")).outputs(dispatcher(FIREHOSE)).build();
      assertThat(warnings.messages()).hasSize(1);
    }
  }

  @Test
  void whereNothingIsDeliveredNothingIsSaid() {
    try (Warnings warnings = Warnings.of(NamedOutputs.class)) {
      builder(rule("a", "slack:security")).build();
      builder(rule("a", "slack:security"))
          .environment(environment(Role.CLASSIFIER))
          .build();
      builder(Rule.of(RuleSpec.named("off")
              .logs("acme:login")
              .outputs("slack:security")
              .disabled()
              .build()))
          .outputs(dispatcher(FIREHOSE))
          .build();

      assertThat(warnings.messages()).isEmpty();
    }
  }
}
