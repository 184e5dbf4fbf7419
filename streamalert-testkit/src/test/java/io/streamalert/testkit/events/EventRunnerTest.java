package io.streamalert.testkit.events;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.spi.RuleProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRunnerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private static final List<LogSchema> SCHEMAS = List.of(
      LogSchema.named("acme:login")
          .field("user", FieldType.string())
          .field("time", FieldType.integer())
          .option(
              "normalization",
              FieldValue.parse(
                  "{\"user_identity\": [{\"path\": [\"user\"], \"function\": \"f\"}]}"))
          .build(),
      LogSchema.named("acme:copy")
          .field("user", FieldType.string())
          .field("time", FieldType.integer())
          .build(),
      LogSchema.named("acme:pairs")
          .parser("kv")
          .field("a", FieldType.string())
          .field("b", FieldType.integer())
          .build(),
      LogSchema.named("other:list").jsonPath("[*]").field("x", FieldType.any()).build());

  private static final List<Rule> RULES = List.of(
      Rule.of(spec("root_login").where(field("user").is("root")).build()),
      Rule.of(
          spec("known_user").build(),
          (record, context) ->
              context.table("users").get(record.at("user").asText()).isPresent()),
      Rule.of(
          spec("bad_user").build(),
          (record, context) -> record.at(LogRecord.INDICATORS_KEY, "user").exists()),
      Rule.of(spec("matched")
          .matchers(Matcher.of("is_eve", record -> record.at("user").is("eve")))
          .outputs("slack:security")
          .publishers("add_text")
          .context("text", "hello")
          .build()),
      Rule.of(spec("breaks").where(field("user").is("breaks")).build(), (record, context) -> {
        throw new IllegalStateException("with a value of the record");
      }),
      Rule.of(
          spec("twice").where(field("user").is("eve")).outputs("slack:other").build()),
      Rule.of(spec("off").where(field("user").is("root")).disabled().build()),
      Rule.of(
          spec("recent").build(),
          (record, context) -> record.at("time").is(context.now().getEpochSecond() - 60)));

  private final EventRunner runner = runner(DataSources.any());

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private static final Publisher ADD_TEXT =
      (alert, previous) -> previous.with("@slack.text", alert.context().get("text"));

  private static EventRunner runner(DataSources sources) {
    return runner(sources, AlertCheck.none());
  }

  private static EventRunner runner(DataSources sources, AlertCheck check) {
    EventComposition composition = fixtures -> StreamAlert.builder()
        .schemas(SCHEMAS)
        .sources(sources)
        .rules(RULES)
        .publishers(Map.of("add_text", ADD_TEXT))
        .tables(fixtures.tables())
        .intel(IntelSpec.builder()
            .normalizedTypes("user", List.of("user_identity"))
            .build())
        .environment(fixtures)
        .build();
    return EventRunner.builder(composition).clock(CLOCK).alertCheck(check).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinesis", "s3", "sns", "streamalert_app", "sqs", "http"})
  void passesIfExactlyTheNamedRulesTrigger(String service) {
    EventResult result = run(
        "{\"user\": \"root\", \"time\": 1}",
        "\"root_login\", \"off\"",
        "\"service\": \"" + service + "\"");

    assertThat(result.reasons()).isEmpty();
    assertThat(result)
        .isInstanceOfSatisfying(
            EventResult.Passed.class,
            passed -> assertThat(passed.findings())
                .isEqualTo(new EventFindings(
                    Set.of(SCHEMAS.get(0).type()),
                    true,
                    Set.of("root_login"),
                    Set.of("root_login"),
                    Set.of("off"),
                    List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kinesis", "s3", "sns", "streamalert_app"})
  void takesTextOfAllSources(String service) {
    assertThat(run("\"a=1 b=2\"", "", "\"log\": \"acme:pairs\", \"service\": \"" + service + "\"")
            .reasons())
        .isEmpty();
    assertThat(run(
                "\"[{\\\"x\\\": 1}]\"",
                "",
                "\"log\": \"other:list\", \"service\": \"" + service + "\"")
            .reasons())
        .isEmpty();
  }

  @Test
  void takesCompressedDataAsItIsUncompressed() {
    assertThat(run("{\"user\": \"root\", \"time\": 1}", "\"root_login\"", "\"compress\": true")
            .reasons())
        .isEmpty();
  }

  @Test
  void fillsAnOverrideRecord() {
    EventResult result = run("{}", "\"root_login\"", "\"override_record\": {\"user\": \"root\"}");

    assertThat(result.reasons()).isEmpty();
  }

  @Test
  void answersHelpersByItsClock() {
    String log = "{\"user\": \"<helper:last_hour>\", \"time\": \"<helper:last_hour>\"}";

    assertThat(run(log, "\"recent\"", "").reasons()).isEmpty();
  }

  @Test
  void putsFixturesInPlaceOfTablesAndIndicators() {
    String log = "{\"user\": \"ann\", \"time\": 1}";
    String fixtures = "\"test_fixtures\": {\"lookup_tables\": {\"users\": {\"ann\": []}},"
        + " \"threat_intel\": [{\"ioc_value\": \"ann\", \"ioc_type\": \"user\","
        + " \"sub_type\": \"mal\"}]}";

    assertThat(run(log, "\"known_user\", \"bad_user\"", fixtures).reasons()).isEmpty();
    assertThat(run(log, "", "").reasons()).isEmpty();
    assertThat(runner.statistics().of("known_user"))
        .map(RuleStatistics.Entry::candidates)
        .contains(2L);
  }

  @Test
  void testsPublicationsOfAllAlerts() {
    String log = "{\"user\": \"eve\", \"time\": 1}";
    String rules = "\"matched\", \"twice\"";

    assertThat(run(log, rules, tests("[\"\\\"@slack.text\\\"\", \"is\", \"hello\"]"))
            .reasons())
        .isEmpty();
    assertThat(run(
                log,
                rules,
                tests("{\"jmespath_expression\": \"\\\"@slack.text\\\"\", \"condition\":"
                    + " \"contains\", \"value\": \"bye\"}"))
            .reasons())
        .containsExactly("the publication of matched for slack:security is not as expected by"
            + " /0/publisher_tests/slack:security/0: \"@slack.text\" is \"hello\", which does not"
            + " fit \"contains\" \"bye\"");
    assertThat(run(log, rules, "\"publisher_tests\": {\"slack:none\": []}").reasons())
        .containsExactly("events.json#/0/publisher_tests: no alert goes to slack:none. They go to"
            + " [aws-firehose:alerts, slack:other, slack:security].");
    assertThat(
            run(log, rules, "\"skip_publishers\": true, \"publisher_tests\": {\"slack:none\": []}")
                .reasons())
        .isEmpty();
  }

  private static String tests(String test) {
    return "\"publisher_tests\": {\"slack:security\": [" + test + "]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[\"text\", \"is\", null] | true",
        "[\"\\\"@slack.text\\\"\", \"in\", [\"hello\", 1]] | true",
        "[\"\\\"@slack.text\\\"\", \"in\", [1]] | false",
        "[\"\\\"@slack.text\\\"\", \"in\", \"say hello\"] | true",
        "[\"@\", \"contains\", \"@slack.text\"] | true",
        "[\"@\", \"contains\", 1] | false",
        "[\"[length(\\\"@slack.text\\\")]\", \"contains\", 5] | true",
        "[\"length(\\\"@slack.text\\\")\", \"is\", 4] | false"
      })
  void comparesAsPythonDoes(String test, boolean holds) {
    EventResult result =
        run("{\"user\": \"eve\", \"time\": 1}", "\"matched\", \"twice\"", tests(test));

    assertThat(result.isPassed()).isEqualTo(holds);
  }

  @Test
  void saysWhichRuleSaidNoAndWhy() {
    String log = "{\"user\": \"ann\", \"time\": 1}";

    assertThat(run(log, "\"root_login\"", "").reasons())
        .containsExactly(
            "the rule root_login did not trigger: no: user is \"root\" (found STRING)");
    assertThat(run(log, "\"matched\"", "").reasons())
        .containsExactly("the rule matched did not trigger: the matcher is_eve says no");
    assertThat(run(log, "\"known_user\"", "").reasons())
        .containsExactly("the rule known_user did not trigger: the code of the rule says no");
    assertThat(run(log, "\"root_logon\"", "").reasons())
        .containsExactly("there is no rule \"root_logon\", which trigger_rules names."
            + " Did you mean \"root_login\"?");
    assertThat(run(log.replace("ann", "root"), "", "").reasons())
        .containsExactly("the rule root_login triggered, and trigger_rules does not name it");
  }

  @Test
  void saysWhichRuleBrokeButNoValue() {
    assertThat(run("{\"user\": \"breaks\", \"time\": 1}", "", "").reasons())
        .singleElement()
        .asString()
        .startsWith("the rule breaks broke in matches with java.lang.IllegalStateException at ")
        .doesNotContain("value of the record");
  }

  @Test
  void saysWhyALogIsOfAnotherType() {
    String log = "{\"user\": \"ann\", \"time\": 1}";

    assertThat(run("{\"user\": \"ann\"}", "", "").reasons())
        .containsExactly("the log is of no type, not of acme:login: the key \"time\" is missing");
    assertThat(run(log, "", "\"log\": \"acme:copy\"").reasons())
        .containsExactly(
            "the log is of the type acme:login, not of acme:copy: it fits that one too,"
                + " but comes after in the order of schemas");
    assertThat(run(log, "", "\"log\": \"acme:pairs\"").reasons())
        .containsExactly("the log is of the type acme:login, not of acme:pairs: is no text of keys"
            + " and values");
  }

  @Test
  void cannotRunWhatNamesATypeOrSourceThatThereIsNot() {
    EventRunner strict = runner(DataSources.builder()
        .add("prod", LogSource.of("kinesis", "acme_stream"), List.of("acme"))
        .build());

    assertThat(run("{\"a\": 1}", "", "\"log\": \"acme:logins\""))
        .isInstanceOf(EventResult.Errored.class)
        .extracting(EventResult::reasons)
        .isEqualTo(List.of("events.json#/0/log: there is no log type \"acme:logins\"."
            + " Did you mean \"acme:login\"?"));
    assertThat(strict.run(event("{\"a\": 1}", "", "\"source\": \"acme_steam\"")).reasons())
        .containsExactly("events.json#/0/source: no cluster declares the source kinesis:acme_steam."
            + " Did you mean \"kinesis:acme_stream\"?");
    assertThat(strict
            .run(event("{\"x\": 1}", "", "\"source\": \"acme_stream\", \"log\": \"other:list\""))
            .reasons())
        .containsExactly("the log is of no type, not of other:list: the source"
            + " kinesis:acme_stream may not hold other:list by its cluster's data_sources");
    assertThat(runner.run(EventFile.parse(Path.of("e.json"), "[{}]").events().get(0)))
        .isInstanceOf(EventResult.Errored.class);
  }

  @Test
  void testsClassificationAlone() {
    String log = "{\"user\": \"root\", \"time\": 1}";

    assertThat(run(log, "", "\"classify_only\": true").reasons()).isEmpty();
    assertThat(EventRunner.builder(fixtures -> StreamAlert.builder()
                .schemas(SCHEMAS)
                .rules(RULES)
                .publishers(Map.of("add_text", ADD_TEXT))
                .environment(fixtures)
                .build())
            .classifyOnly(true)
            .build()
            .run(event(log, "\"nothing\"", ""))
            .reasons())
        .isEmpty();
  }

  @Test
  void warnsOfPublishersThatThereAreNot() {
    Rule rule = Rule.of(spec("r").outputs("slack:a").publishers("add_texts").build());
    EventResult result = EventRunner.builder(fixtures ->
            StreamAlert.builder().schemas(SCHEMAS).rulesFrom(new Library(rule)).build())
        .build()
        .run(event("{\"user\": \"root\", \"time\": 1}", "\"r\"", ""));

    assertThat(result)
        .isInstanceOfSatisfying(
            EventResult.Passed.class,
            passed -> assertThat(passed.findings().warnings())
                .containsExactly(
                    "the rule r names the publisher \"add_texts\", which is not there"));
  }

  private record Library(Rule rule) implements RuleProvider {

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }

    @Override
    public boolean isLibrary() {
      return true;
    }
  }

  @Test
  void listsRulesWithoutATest() {
    assertThat(runner.untestedRules(
            List.of(event("{\"a\": 1}", "\"root_login\", \"off\", \"recent\"", ""))))
        .containsExactly("bad_user", "breaks", "known_user", "matched", "twice");
    assertThat(runner.rules()).contains("off", "root_login");
  }

  @Test
  void alertsMayHaveToHoldMore() {
    EventRunner checking = runner(
        DataSources.any(),
        (alert, publishers) -> alert.ruleName().equals("root_login")
            ? List.of(publishers.has("add_text") + " of " + alert.ruleName())
            : List.of());
    String root = "{\"user\": \"root\", \"time\": 1}";

    assertThat(checking.run(event(root, "\"root_login\"", "")).reasons())
        .containsExactly("true of root_login");
    assertThat(checking.run(event(root, "", "\"classify_only\": true")).reasons())
        .isEmpty();
    assertThat(checking.run(event("{\"user\": \"ann\", \"time\": 1}", "", "")).reasons())
        .isEmpty();
  }

  private EventResult run(String data, String rules, String more) {
    return runner.run(event(data, rules, more));
  }

  /** An event; of keys that are there twice, the last counts. */
  private static TestEvent event(String data, String rules, String more) {
    String json = "[{\"description\": \"d\", \"log\": \"acme:login\", \"service\": \"kinesis\","
        + " \"source\": \"acme\", \"data\": " + data + ", \"trigger_rules\": ["
        + rules + "]" + (more.isEmpty() ? "" : ", " + more) + "}]";
    return EventFile.parse(Path.of("events.json"), json).events().get(0);
  }
}
