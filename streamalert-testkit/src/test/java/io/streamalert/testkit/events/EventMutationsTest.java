package io.streamalert.testkit.events;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import io.streamalert.testkit.mutation.Mutant;
import io.streamalert.testkit.mutation.MutationReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventMutationsTest {

  private static final LogSchema SCHEMA =
      LogSchema.named("acme:login").field("user", FieldType.string()).build();

  private static final List<Rule> RULES = List.of(
      Rule.of(spec("root").where(field("user").is("root")).build()),
      Rule.of(
          spec("known").where(field("user").exists()).build(),
          (record, context) ->
              context.table("users").get(record.at("user").asText()).isPresent()),
      Rule.of(spec("never").where(field("user").is("nobody")).build()));

  private static final String ROOT = event("root", "\"root\"", "");
  private static final String ANN = event("ann", "", "");
  private static final String TABLE =
      ", \"test_fixtures\": {\"lookup_tables\": {\"users\": {\"ann\": 1}}}";
  private static final String KNOWN = event("ann", "\"known\"", TABLE);

  private final EventRunner runner = EventRunner.builder(fixtures -> StreamAlert.builder()
          .schemas(List.of(SCHEMA))
          .rules(RULES)
          .tables(fixtures.tables())
          .environment(fixtures)
          .build())
      .build();

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private static String event(String user, String rules, String more) {
    return "{\"description\": \"d\", \"log\": \"acme:login\", \"service\": \"kinesis\","
        + " \"source\": \"acme\", \"data\": {\"user\": \"" + user + "\"}, \"trigger_rules\": ["
        + rules + "]" + more + "}";
  }

  private List<MutationReport> mutate(String... events) {
    EventFile file = EventFile.parse(Path.of("events.json"), "[" + String.join(",", events) + "]");
    return runner.mutate(file.events(), runner.rules());
  }

  @Test
  void rulesThatTriggerAreReported() {
    assertThat(mutate(ROOT, ANN)).singleElement().satisfies(report -> {
      assertThat(report.rule()).isEqualTo("root");
      assertThat(report.mutants()).contains(new Mutant("without the condition", true));
      assertThat(report.survivors())
          .contains("user is \"root\" becomes user is \"root\" in any case");
    });
    assertThat(mutate(ANN)).isEmpty();
  }

  @Test
  void eachRecordIsSeenWithItsTables() {
    String change = "the code overlooks that user is another value";

    assertThat(mutate(KNOWN, ANN, event("another", "", "")).get(0).survivors()).contains(change);
    assertThat(mutate(KNOWN, ANN, event("another", "", TABLE)).get(0).mutants())
        .contains(new Mutant(change, true));
  }

  @Test
  void eventsThatFailOrRunNoRulesAreLeftOut() {
    String failing = event("rooted", "\"root\"", "");
    String typeOnly = event("rooted", "", ", \"classify_only\": true");

    assertThat(mutate(ROOT, failing, typeOnly, "{}").get(0).survivors())
        .contains("user is \"root\" becomes user starts with \"root\"");
    assertThat(mutate(ROOT, event("rooted", "", "")).get(0).survivors())
        .doesNotContain("user is \"root\" becomes user starts with \"root\"");
  }

  @Test
  void isNotCountedAsATest() {
    mutate(ROOT);

    assertThat(runner.statistics().of("root"))
        .hasValueSatisfying(entry -> assertThat(entry.evaluations()).isZero());
  }
}
