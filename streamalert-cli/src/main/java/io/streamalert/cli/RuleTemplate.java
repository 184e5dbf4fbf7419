package io.streamalert.cli;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a new rule begins with.
 *
 * @param name the rule's name
 * @param className the class that it gets
 * @param javaPackage the package of the class
 * @param schema the schema of the log type that it looks at
 */
record RuleTemplate(String name, String className, String javaPackage, LogSchema schema) {

  private static final String REPLACE = "replace this";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_.-]*");

  /** Names that the files themselves use. */
  private static final Set<String> TAKEN =
      Set.of("Rule", "RuleSpec", "Severity", "Override", "String", "Condition", "Object");

  /** A rule, whose text says: replace it. */
  private static final String RULE = """
      package %s;

      import static io.streamalert.condition.Condition.field;

      import io.streamalert.alert.Severity;
      import io.streamalert.rule.Rule;
      import io.streamalert.rule.RuleSpec;

      /** Say here what this rule detects, and why that matters. */
      public final class %s implements Rule {

        private static final RuleSpec SPEC = RuleSpec.named(%s)
            .description("Say here in one sentence what happened")
            .logs(%s)
            .severity(Severity.MEDIUM)
            .where(%s)
            .build();

        @Override
        public RuleSpec spec() {
          return SPEC;
        }
      }
      """;

  private static final String TEST = """
      package %1$s;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import io.streamalert.record.FieldValue;
      import io.streamalert.record.LogRecord;
      import io.streamalert.record.LogType;
      import io.streamalert.rule.RuleOutcome;
      import io.streamalert.rule.RulesEngine;
      import java.io.IOException;
      import java.io.InputStream;
      import java.nio.charset.StandardCharsets;
      import java.util.List;
      import org.junit.jupiter.api.Test;

      /** Holds the rule against the records of %3$s.json. */
      class %2$sTest {

        private static final LogType LOGS = LogType.of(%5$s);

        private final RulesEngine engine =
            RulesEngine.builder().rules(List.of(new %2$s())).build();

        @Test
        void triggersWhereItShould() throws IOException {
          for (FieldValue example : examples()) {
            LogRecord record = LogRecord.builder(LOGS, example.at("record")).build();
            RuleOutcome outcome = engine.explain(%4$s, record).orElseThrow();
            assertEquals(
                example.at("triggers").isTruthy(),
                outcome instanceof RuleOutcome.Triggered,
                () -> example.at("description").asText() + ": " + outcome);
          }
        }

        private List<FieldValue> examples() throws IOException {
          try (InputStream in = getClass().getResourceAsStream("%3$s.json")) {
            return FieldValue.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).elements();
          }
        }
      }
      """;

  private static final String EXAMPLES = """
      [
        {"description": "what the rule is for", "triggers": true,
         "record": %s},
        {"description": "what it leaves alone", "triggers": false,
         "record": %s}
      ]
      """;

  static RuleTemplate of(String name, String javaPackage, LogSchema schema) {
    if (!NAME.matcher(name).matches()) {
      throw UserError.wrongUse(
          "NAME: \"" + name + "\" is no name of a rule, which has letters, digits, _, - and"
              + " . only, and at least one letter. Write for example root_login.");
    }
    return new RuleTemplate(name, classNameOf(name), javaPackage, schema);
  }

  /** Without what cannot stand in the name of a class, and with a capital after each gap. */
  private static String classNameOf(String name) {
    String joined = Stream.of(name.split("[^A-Za-z0-9]+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
    boolean digit = Character.isDigit(joined.charAt(0));
    return (digit ? "Rule" : "") + joined + (TAKEN.contains(joined) ? "Rule" : "");
  }

  /** The texts by file, in the folders of a Maven project. */
  Map<Path, String> files(Path project) {
    String packageFolder = javaPackage.replace('.', '/');
    Path test = project.resolve("src/test");
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        project.resolve("src/main/java").resolve(packageFolder).resolve(className + ".java"),
        rule());
    files.put(test.resolve("java").resolve(packageFolder).resolve(className + "Test.java"), test());
    files.put(test.resolve("resources").resolve(packageFolder).resolve(name + ".json"), examples());
    return files;
  }

  private String rule() {
    return RULE.formatted(
        javaPackage,
        className,
        quoted(name),
        quoted(schema.type().name()),
        textField()
            .map(field -> "field(" + quoted(field) + ").is(" + quoted(REPLACE) + ")")
            .orElseGet(() -> "field(" + quoted(anyField()) + ").exists()"));
  }

  private String test() {
    return TEST.formatted(
        javaPackage, className, name, quoted(name), quoted(schema.type().name()));
  }

  private String examples() {
    Map<String, String> triggering = Map.of(textField().orElseGet(this::anyField), REPLACE);
    Map<String, String> other =
        textField().map(field -> Map.of(field, "something else")).orElse(Map.of());
    return EXAMPLES.formatted(
        FieldValue.of(triggering).toJson(), FieldValue.of(other).toJson());
  }

  /** A field that every record has as text, best one that says what happened. */
  private Optional<String> textField() {
    List<String> texts = schema.fields().entrySet().stream()
        .filter(field -> field.getValue().equals(FieldType.string()))
        .map(Map.Entry::getKey)
        .filter(field -> !schema.optionalFields().contains(field))
        .toList();
    return texts.stream()
        .filter(field -> field.toLowerCase(Locale.ROOT).matches(".*(name|action).*"))
        .findFirst()
        .or(() -> texts.stream().findFirst());
  }

  private String anyField() {
    return schema.fields().keySet().stream().findFirst().orElse("field");
  }

  /** A text as it stands in a Java source. JSON's escapes are Java's, but for the slash, which needs none. */
  private static String quoted(String text) {
    return FieldValue.of(text).toJson();
  }
}
