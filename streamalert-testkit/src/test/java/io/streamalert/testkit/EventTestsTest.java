package io.streamalert.testkit;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.StreamAlert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.testkit.events.EventComposition;
import io.streamalert.testkit.events.EventRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTestsTest {

  private static final EventComposition COMPOSITION = fixtures -> StreamAlert.builder()
      .schemas(LogSchema.named("acme:login").field("user", FieldType.string()).build())
      .rules(rule("root_login", "root"), rule("eve_login", "eve"))
      .environment(fixtures)
      .build();

  @TempDir
  private Path folder;

  private static Rule rule(String name, String user) {
    return Rule.of(
        RuleSpec.named(name).logs("acme:login").where(field("user").is(user)).build());
  }

  @Test
  void areOneForEachEventAndFail() throws IOException {
    write("a.json", "[" + event("root") + "," + event("ann") + "]");
    write("b.json", "{}");

    List<DynamicTest> tests = EventTests.in(folder, COMPOSITION).toList();

    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly(
            "a.json#0 login of root",
            "a.json#1 login of ann",
            folder.resolve("b.json").toString());
    assertThat(failure(tests.get(0))).isEmpty();
    assertThat(failure(tests.get(1)))
        .startsWith(folder.resolve("a.json") + "#/1: the rule root_login did not trigger: no: ");
    assertThat(failure(tests.get(2))).contains("is a MAP and no list");
  }

  @Test
  void tellOfRulesWithoutATest() throws IOException {
    write("a.json", "[" + event("root") + "]");
    EventRunner runner = EventRunner.builder(COMPOSITION).build();

    Stream<DynamicTest> untested = EventTests.untestedRules(folder, runner);

    assertThat(untested).singleElement().satisfies(test -> {
      assertThat(test.getDisplayName()).isEqualTo("eve_login has a test event");
      assertThat(failure(test)).contains("names the rule eve_login in trigger_rules");
    });
  }

  @Test
  void areNotSilentlyNone() {
    assertThatThrownBy(() -> EventTests.in(folder, COMPOSITION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no test file");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String event(String user) {
    return "{\"description\": \"login of " + user + "\", \"log\": \"acme:login\","
        + " \"service\": \"s3\", \"source\": \"logs\", \"data\": {\"user\": \"" + user + "\"},"
        + " \"trigger_rules\": [\"root_login\"]}";
  }

  /** The message with which a test fails; empty if it passes. */
  private static String failure(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "";
    } catch (Throwable e) {
      return String.valueOf(e.getMessage());
    }
  }
}
