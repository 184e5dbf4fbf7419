package io.streamalert.testkit;

import io.streamalert.classify.LogSchema;
import io.streamalert.condition.Condition;
import io.streamalert.condition.Mention;
import io.streamalert.normalize.Normalizer;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.Position;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Makes records that satisfy a schema, for properties of rules: every key is there, values are of
 * the declared types, or null or empty, which fit each. Immutable.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<LogRecord> records() {
 *   return SchemaRecords.of(schema).biasedTo(rule).arbitrary();
 * }
 * }</pre>
 *
 * <p>Needs jqwik. Envelopes are left out. Records are normalised as the schema says.
 */
public final class SchemaRecords {

  private static final int GENERATOR_SIZE = 1_000;

  private final LogSchema schema;
  private final List<Mention> mentions;

  private SchemaRecords(LogSchema schema, List<Mention> mentions) {
    this.schema = schema;
    this.mentions = mentions;
  }

  /**
   * Records of a schema.
   *
   * @param schema the schema
   * @return records that nothing is said of yet
   */
  public static SchemaRecords of(LogSchema schema) {
    return new SchemaRecords(Objects.requireNonNull(schema, "schema"), List.of());
  }

  /**
   * The same with many values that a condition names, and fields where it looks, so that it holds for
   * some records and almost holds for others. Regular expressions have no values; give an example in a
   * condition of its own.
   *
   * @param condition the condition; joined with those of earlier calls
   * @return the records
   */
  public SchemaRecords biasedTo(Condition condition) {
    List<Mention> more = new ArrayList<>(mentions);
    more.addAll(condition.mentions());
    return new SchemaRecords(schema, List.copyOf(more));
  }

  /**
   * The same with many values that the condition and matchers of a rule name, as {@link
   * #biasedTo(Condition)}.
   *
   * @param rule the rule
   * @return the records
   */
  public SchemaRecords biasedTo(Rule rule) {
    SchemaRecords records = biasedTo(rule.spec().condition());
    for (Map.Entry<String, Set<String>> keys : rule.spec().requiredSubKeys().entrySet()) {
      records = records.biasedTo(
          Condition.hasSubKeys(keys.getKey(), keys.getValue().toArray(String[]::new)));
    }
    for (Matcher matcher : rule.spec().matchers()) {
      records = matcher.condition().map(records::biasedTo).orElse(records);
    }
    return records;
  }

  /**
   * The records for jqwik, which also makes failing ones small.
   *
   * @return the arbitrary
   */
  public Arbitrary<LogRecord> arbitrary() {
    FieldArbitraries fields = new FieldArbitraries(schema, mentions);
    Arbitrary<FieldValue> content = mentions.isEmpty()
        ? content(fields, false)
        : Arbitraries.frequencyOf(
            Tuple.of(1, content(fields, true)), Tuple.of(1, content(fields, false)));
    Normalizer normalizer = normalizer();
    return content.map(value -> normalizer.normalize(record(value))).withoutEdgeCases();
  }

  private Arbitrary<FieldValue> content(FieldArbitraries fields, boolean named) {
    List<String> keys = List.copyOf(schema.fields().keySet());
    List<Arbitrary<FieldValue>> values = schema.fields().entrySet().stream()
        .map(field -> fields.of(field.getKey(), field.getValue(), named))
        .toList();
    return Combinators.combine(values).as(all -> {
      Map<String, FieldValue> content = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        content.put(keys.get(i), all.get(i));
      }
      return FieldValue.map(content);
    });
  }

  private LogRecord record(FieldValue content) {
    return LogRecord.builder(schema.type(), content)
        .at(Position.of("generated", content.toJson()), 0)
        .parser(schema.parser())
        .build();
  }

  private Normalizer normalizer() {
    FieldValue configuration = schema.option("normalization");
    return configuration.isTruthy()
        ? Normalizer.of(Map.of(schema.type(), configuration))
        : Normalizer.none();
  }

  /**
   * Hands out records, one after the other, for tests that are not jqwik's own; those use {@link
   * #arbitrary()}.
   *
   * @param seed the same seed gives the same records
   * @param count how many
   * @param user takes them
   */
  public void sample(long seed, int count, Consumer<? super LogRecord> user) {
    draw(seed, count).forEach(user);
  }

  private List<LogRecord> draw(long seed, int count) {
    JqwikSession.start();
    try {
      RandomGenerator<LogRecord> generator = arbitrary().generator(GENERATOR_SIZE);
      Random random = new Random(seed);
      return IntStream.range(0, count)
          .mapToObj(i -> generator.next(random).value())
          .toList();
    } finally {
      JqwikSession.finish();
    }
  }
}
