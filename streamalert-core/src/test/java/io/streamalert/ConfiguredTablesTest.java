package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.Indicator;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.SecretSource;
import io.streamalert.spi.LookupTableProvider;
import io.streamalert.testing.SteppedClock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ConfiguredTablesTest {

  private static final LogSchema LOGIN =
      LogSchema.named("acme:login").field("user", FieldType.string()).build();
  private static final FieldValue ANN = FieldValue.of(Map.of("ann", "web"));

  private final SteppedClock clock = new SteppedClock();

  private static TableSpec spec(String name, String driver, FieldValue entries) {
    return TableSpec.of(name, driver, Map.of("entries", entries));
  }

  private static Rule asking(String table) {
    return Rule.of(
        RuleSpec.named("asks_" + table).logs("acme:login").build(),
        (record, context) ->
            context.table(table).get(record.at("user").asText()).isPresent());
  }

  private static boolean finds(StreamAlertBuilder builder, String table) {
    StreamAlert streamAlert = builder.schemas(LOGIN).rules(asking(table)).build();
    return !streamAlert
        .evaluate(LogRecord.of("acme:login", "{\"user\": \"ann\"}"))
        .alerts()
        .isEmpty();
  }

  private static LookupTableProvider driver(
      String name, BiFunction<TableSpec, Clock, LookupTable> opener) {
    return new LookupTableProvider() {
      @Override
      public String driver() {
        return name;
      }

      @Override
      public LookupTable open(TableSpec spec, Clock clock) {
        return opener.apply(spec, clock);
      }
    };
  }

  private static Environment environment(Clock clock, Optional<LookupTable> table) {
    return new Environment() {
      @Override
      public Clock clock() {
        return clock;
      }

      @Override
      public Role role() {
        return Role.ALL;
      }

      @Override
      public Set<OutputId> outputs() {
        return Set.of(OutputId.of("aws-firehose", "alerts"));
      }

      @Override
      public SecretSource secrets() {
        return SecretSource.of(Map.of());
      }

      @Override
      public Optional<LookupTable> table(TableSpec spec) {
        return table;
      }

      @Override
      public Optional<ThreatIntel> intel(IntelSpec spec) {
        return Optional.of(ThreatIntel.of(List.of(Indicator.of("user", "ann"))));
      }
    };
  }

  @Test
  void tablesInMemoryAreAlwaysThere() {
    List<TableSpec> specs =
        List.of(spec("owners", "ephemeral", ANN), TableSpec.of("nobody", "null", Map.of()));

    assertThat(finds(StreamAlert.builder().tables(specs), "owners")).isTrue();
    assertThat(finds(StreamAlert.builder().tables(specs), "nobody")).isFalse();
    assertThat(LookupTableProvider.ephemeral()
            .open(TableSpec.of("t", "ephemeral", Map.of()), clock)
            .get("ann"))
        .isEmpty();
  }

  @Test
  void aDriverOpensItsTablesWithTheClock() {
    LookupTableProvider driver = driver("own", (spec, given) -> {
      assertThat(given).isSameAs(clock);
      return LookupTable.of(spec.setting("entries").fields());
    });
    StreamAlertBuilder builder = StreamAlert.builder()
        .tables(LookupTables.builder().add("other", LookupTable.empty()).build())
        .tables(List.of(spec("owners", "own", ANN)))
        .tableDrivers(List.of(driver))
        .clock(clock);

    assertThat(finds(builder, "owners")).isTrue();
  }

  @Test
  void theEnvironmentOpensWhatNoDriverDoes() {
    StreamAlertBuilder builder = StreamAlert.builder()
        .tables(List.of(spec("owners", "s3", ANN)))
        .environment(environment(clock, Optional.of(LookupTable.of(ANN.fields()))));

    assertThat(finds(builder, "owners")).isTrue();
  }

  @Test
  void theEnvironmentGivesIntelAndTheClock() {
    LogRecord record = LogRecord.of(
        "acme:login",
        "{\"user\": \"ann\", \"streamalert_normalization\": {\"user\": [{\"values\": [\"ann\"]}]}}");
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(LOGIN)
        .rules(Rule.of(RuleSpec.named("all").logs("acme:login").build()))
        .intel(IntelSpec.builder().normalizedTypes("user", List.of("user")).build())
        .environment(environment(clock, Optional.empty()))
        .build();
    Evaluation evaluation = streamAlert.evaluate(record);

    assertThat(evaluation.record().at(LogRecord.INDICATORS_KEY, "user").elements())
        .containsExactly(FieldValue.of("ann"));
    assertThat(evaluation.alerts().get(0).created()).isEqualTo(clock.instant());
  }

  @Test
  void allProblemsOfTablesAreToldAtOnce() {
    List<TableSpec> specs = List.of(
        spec("one", "s3", ANN),
        spec("two", "dynamodb", ANN),
        spec("three", "file", ANN),
        spec("four", "ephemerl", ANN),
        spec("five", "ephemeral", FieldValue.of("text")),
        spec("six", "broken", ANN),
        spec("owners", "ephemeral", ANN));
    LookupTableProvider broken = driver("broken", (spec, given) -> {
      throw new ConfigException(Problem.of("The table " + spec.name() + " is broken"));
    });

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> StreamAlert.builder()
            .schemas(LOGIN)
            .environment(environment(clock, Optional.empty()))
            .tables(LookupTables.builder().add("owners", LookupTable.empty()).build())
            .tables(specs)
            .tableDrivers(List.of(broken, broken))
            .build())
        .satisfies(e -> assertThat(e.problems()).hasSize(8))
        .withMessageContaining(
            "one uses the driver s3, which is not there. Add the artifact streamalert-aws-runtime.")
        .withMessageContaining("Add the artifact streamalert-local-runtime.")
        .withMessageContaining("Did you mean \"ephemeral\"?")
        .withMessageContaining("The setting entries of the lookup table five is no map")
        .withMessageContaining("The table six is broken")
        .withMessageContaining("Two drivers of lookup tables have the name \"broken\"")
        .withMessageContaining("two lookup tables of the name \"owners\"");
  }
}
