package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesReferenceTest {

  private static final String PAGE = "docs/rules-reference.md";

  private static final String HEAD = """
      # Rules that ship

      The rules of `streamalert-community`, under the names that they have in StreamAlert 3.5, in the order in which they run. All are in `CommunityRules`;
      the command runs them together with yours.

      The first column of log types is that of StreamAlert 3.5, `CommunityRules.strict()`, which the command loads with `--conf`. The second one has the log types
      that `CommunityRules.wide()` adds, which it loads without: see [plain CloudTrail](rules.md#plain-cloudtrail).

      This page is made from the rules themselves; write it anew with

      ```
      mvn -q test -pl streamalert-community -am -Dtest=RulesReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dstreamalert.docs.write=true
      ```

      An example is there to be copied, not to be used as it is. What may trigger a rule without being an attack, and what to do when it triggers, is in its
      `RuleSpec`. Only two examples name outputs.

      | rule | severity | log types | also, without `--conf` | what it finds | ATT&CK |
      | --- | --- | --- | --- | --- | --- |
      """;

  /** Writes the page instead where the system property asks for it. */
  @Test
  void thePageIsThatOfTheRules() throws IOException {
    String page = HEAD
        + specs(CommunityRules.strict())
            .map(spec -> row(spec, wideLogs(spec.name())))
            .collect(Collectors.joining());
    Path file = root().resolve(PAGE);
    if (Boolean.getBoolean("streamalert.docs.write")) {
      Files.writeString(file, page);
    }

    assertThat(file)
        .as("%s is made from the rules; its first lines say how to write it anew", PAGE)
        .hasContent(page);
  }

  private static Stream<RuleSpec> specs(CommunityRules pack) {
    return pack.rules().stream().map(Rule::spec);
  }

  private static Stream<LogType> wideLogs(String rule) {
    return specs(CommunityRules.wide())
        .filter(spec -> spec.name().equals(rule))
        .flatMap(spec -> spec.logs().stream());
  }

  private static String row(RuleSpec spec, Stream<LogType> wide) {
    List<String> cells = List.of(
        "`" + spec.name() + "`",
        spec.severity().toString(),
        logs(spec),
        names(wide.filter(type -> !spec.logs().contains(type))),
        spec.description() + (spec.isDisabled() ? " (switched off)" : ""),
        String.join(", ", spec.attack()));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String logs(RuleSpec spec) {
    return spec.logs().isEmpty()
        ? "all with "
            + spec.dataTypes().stream()
                .sorted()
                .map(RulesReferenceTest::code)
                .collect(Collectors.joining(", "))
        : names(spec.logs().stream());
  }

  private static String names(Stream<LogType> types) {
    return types.map(LogType::name).map(RulesReferenceTest::code).collect(Collectors.joining(", "));
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("streamalert-bom")))
        .findFirst()
        .orElseThrow();
  }
}
