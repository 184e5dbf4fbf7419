package io.streamalert.testkit.contracts;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogParser;
import io.streamalert.classify.LogSchema;
import io.streamalert.classify.Payload;
import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import io.streamalert.spi.LogParserProvider;
import io.streamalert.testkit.LogParserContract;
import io.streamalert.testkit.LookupTableContract;
import io.streamalert.testkit.RuleContract;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each part of a contract fails on what breaks it. */
class BrokenContractsTest {

  private static void fails(Class<?> contract, String method, String text) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(contract))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, event(test(method), finishedWithFailure(message(found -> found.contains(text)))));
  }

  @Test
  void careless() {
    fails(CarelessRule.class, "breaksOnNoRecordOfItsLogTypes", "careless broke in matches");
    fails(CarelessRule.class, "breaksOnNoRecordThatIsEmptyOrNoMap", "what broke on {}");
    fails(CarelessRule.class, "specSaysWhatTheRuleIsAbout", "the description of careless");
    fails(
        CarelessRule.class, "everyLogTypeHasASchema", "the schemas, for all log types of careless");
  }

  @Test
  void moody() {
    fails(MoodyRule.class, "answersTheSameEachTime", "the alerts of this record, asked twice");
    fails(MoodyRule.class, "specIsTheSameEachTime", "spec() of one rule, asked twice");
  }

  @Test
  void carelessTable() {
    fails(CarelessTable.class, "keysAreComparedExactly", "the key \"key.a\" instead of \"Key.a\"");
    fails(CarelessTable.class, "unknownKeyHasNoValue", "");
    fails(CarelessTable.class, "fallbackIsForUnknownKeysOnly", "");
    fails(CarelessTable.class, "valuesOfEveryKindComeBack", "the kind of \"\"");
  }

  @Test
  void carelessParser() {
    fails(CarelessParser.class, "payloadsOfOtherFormsAreNoErrors", "the payload \"\"");
    fails(CarelessParser.class, "problemsNameNoValues", "correct-horse-battery");
    fails(CarelessParser.class, "schemaNamesTheParser", "careless");
    fails(CarelessParser.class, "bytesThatAreNoTextAreNoErrors", "random bytes");
    fails(CarelessParser.class, "brokenSamplesAreNoErrors", "sample");
    fails(CarelessParser.class, "samplesGiveRecords", "the candidates of a sample");
  }

  /** Reads text that may not be there, and says nothing of itself. */
  static class CarelessRule extends RuleContract {
    @Override
    protected Rule rule() {
      return Rule.of(
          RuleSpec.named("careless").logs("acme:login", "acme:logout").build(),
          (record, context) -> record.at("user").asString().orElseThrow().isEmpty());
    }

    @Override
    protected Collection<LogSchema> schemas() {
      return List.of(SoundRuleTest.SCHEMA);
    }
  }

  /** Answers by chance. */
  static class MoodyRule extends RuleContract {

    private final Random random = new Random(1);

    @Override
    protected Rule rule() {
      return new Rule() {
        @Override
        public RuleSpec spec() {
          return RuleSpec.named("moody")
              .logs("acme:login")
              .description("" + random.nextInt())
              .build();
        }

        @Override
        public boolean matches(LogRecord record, RuleContext context) {
          return random.nextBoolean();
        }
      };
    }

    @Override
    protected Collection<LogSchema> schemas() {
      return List.of(SoundRuleTest.SCHEMA);
    }
  }

  /** Knows no difference between letters, nor between nothing and no key. */
  static class CarelessTable extends LookupTableContract {
    @Override
    protected LookupTable tableOf(Map<String, FieldValue> entries) {
      Map<String, FieldValue> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      folded.putAll(entries);
      return key -> Optional.of(
              folded.getOrDefault(key.toLowerCase(Locale.ROOT), FieldValue.of(null)))
          .map(value -> value.isTruthy() ? value : FieldValue.of(null));
    }
  }

  /** Throws where there is no colon, and quotes what it reads. */
  static class CarelessParser extends LogParserContract {
    @Override
    protected LogParserProvider provider() {
      return new LogParserProvider() {
        @Override
        public String name() {
          return "careless";
        }

        @Override
        public LogParser create(LogSchema schema) {
          return CarelessParser::parse;
        }
      };
    }

    private static List<LogParser.Candidate> parse(Payload payload) {
      String text = payload.text().orElseThrow();
      return List.of(
          LogParser.Candidate.rejected(FieldValue.of(text.substring(0, 1)), "cannot read " + text));
    }

    @Override
    protected LogSchema schema() {
      return LogSchema.named("acme:any").field("a", FieldType.string()).build();
    }

    @Override
    protected List<String> samples() {
      return List.of("a:1");
    }
  }
}
