package io.streamalert.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFileTest {

  private static final Path PATH = Path.of("events.json");

  @TempDir
  private Path folder;

  @Test
  void areThoseBelowAFolderByName() throws IOException {
    for (String name : List.of("b.json", "a.json", "c/a.json", "c/notes.txt", "a/z.json")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "[]");
    }

    assertThat(EventFile.in(folder))
        .extracting(file -> folder.relativize(file.path()).toString())
        .containsExactly("a.json", "b.json", "a/z.json", "c/a.json");
  }

  @Test
  void tellsWhyItCannotBeRead() throws IOException {
    Path latin =
        Files.write(folder.resolve("latin.json"), "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problem(EventFile.read(latin))).contains("latin.json: cannot be read");
    assertThat(problem(EventFile.parse(PATH, "{"))).startsWith("events.json: is not JSON: ");
    assertThat(problem(EventFile.parse(PATH, "{}")))
        .startsWith("events.json: is a MAP and no list. A test file is a JSON list of events");
  }

  private static String problem(EventFile file) {
    assertThat(file.events()).isEmpty();
    return file.problem().map(Problem::toString).orElse("");
  }

  @Test
  void tellsWhatIsMissingInAnEvent() {
    assertThat(problems("{}"))
        .containsExactly(
            "events.json#/0: the key \"description\" is missing",
            "events.json#/0: the key \"log\" is missing",
            "events.json#/0: the key \"service\" is missing",
            "events.json#/0: the key \"source\" is missing",
            "events.json#/0: one of data and override_record must be there and not empty",
            "events.json#/0: the key \"trigger_rules\" is missing. Name the rules that must trigger,"
                + " or set classify_only.");
    assertThat(problems("7")).containsExactly("events.json#/0: an event is a map, not a INTEGER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"log\": 7 | /log: log must be a text that is not empty",
        "\"service\": \"stream_alert_app\" | /service: there is no service \"stream_alert_app\"."
            + " Did you mean \"streamalert_app\"?",
        "\"data\": [1] | /data: data must be a map or text, not a LIST",
        "\"override_record\": \"x\" | /override_record: override_record must be a map",
        "\"data\": \"<helper:last_our>\" | /data: there is no helper \"last_our\"."
            + " Did you mean \"last_hour\"?",
        "\"trigger_rules\": [1] | /trigger_rules: trigger_rules must be a list of names",
        "\"publisher_tests\": [1] | /publisher_tests: publisher_tests must be a map of outputs",
        "\"publisher_tests\": {\"slack\": []} | /publisher_tests/slack: An output is"
            + " SERVICE:DESCRIPTOR, but \"slack\" has no colon",
        "\"publisher_tests\": {\"a:b\": {}} | /publisher_tests/a:b: the publisher tests of an output"
            + " must be a list",
        "\"publisher_tests\": {\"a:b\": [[1]]} | /publisher_tests/a:b/0: a publisher test is a list"
            + " of three, or a map with jmespath_expression, condition, value",
        "\"publisher_tests\": {\"a:b\": [[\"x\", \"iss\", 1]]} | /publisher_tests/a:b/0: there is no"
            + " condition \"iss\". Did you mean \"is\"?",
        "\"test_fixtures\": 1 | /test_fixtures: test_fixtures must be a map",
        "\"test_fixtures\": {\"lookup_tables\": [1]} | /test_fixtures/lookup_tables: lookup_tables"
            + " must be a MAP",
        "\"test_fixtures\": {\"lookup_tables\": {\"t\": 1}} | /test_fixtures/lookup_tables/t:"
            + " a lookup table is a map with a name",
        "\"test_fixtures\": {\"threat_intel\": [{}]} | /test_fixtures/threat_intel/0: an indicator"
            + " has ioc_value and ioc_type"
      })
  void tellsWhatIsWrongInAnEvent(String key, String problem) {
    assertThat(problems(event(key))).containsExactly("events.json#/0" + problem);
  }

  @Test
  void tellsWhereAnExpressionIsWrong() {
    assertThat(problems(event("\"publisher_tests\": {\"a:b\": [[\"[\", \"is\", 1]]}")))
        .singleElement()
        .asString()
        .startsWith("events.json#/0/publisher_tests/a:b/0: the expression is no JMESPath: ");
  }

  @Test
  void warnsOfKeysThatItDoesNotKnow() {
    TestEvent event = first(event(
        "\"compres\": 1, \"validate_schema_only\": true, \"test_fixtures\": {\"tables\": {}}"));

    assertThat(event.problems()).isEmpty();
    assertThat(event.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "events.json#/0/compres: the key \"compres\" is unknown. Did you mean \"compress\"?",
            "events.json#/0/validate_schema_only: the key \"validate_schema_only\" is unknown."
                + " Its name is classify_only now.",
            "events.json#/0/test_fixtures/tables: the key \"tables\" is unknown."
                + " Known names: lookup_tables, threat_intel.");
  }

  private static String event(String key) {
    String name = key.substring(0, key.indexOf(':'));
    Stream<String> others = Stream.of(
            "\"description\": \"d\"",
            "\"log\": \"acme:event\"",
            "\"service\": \"s3\"",
            "\"source\": \"bucket\"",
            "\"data\": {\"a\": 1}",
            "\"trigger_rules\": []")
        .filter(other -> !other.startsWith(name));
    return "{" + String.join(", ", Stream.concat(others, Stream.of(key)).toList()) + "}";
  }

  private static List<String> problems(String event) {
    return first(event).problems().stream().map(Problem::toString).toList();
  }

  private static TestEvent first(String event) {
    return EventFile.parse(PATH, "[" + event + "]").events().get(0);
  }
}
