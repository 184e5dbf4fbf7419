package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesListCommandTest {

  @TempDir
  private Path folder;

  @Test
  void listsBuiltInRules() {
    Cli.Result result = Cli.run("rules", "list");

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines().get(0)).matches("NAME +STATE +SEVERITY +INDEX +LOGS +ORIGIN");
    assertThat(result.outLines())
        .anySatisfy(
            line -> assertThat(line)
                .matches(
                    "cloudtrail_root_account_usage +enabled +\\w+ +condition"
                        + " +cloudwatch:events,cloudtrail:events,cloudtrail:record +io\\.streamalert\\.community\\.cloudwatch\\.RootAccountUsage in .+"));
    assertThat(result.err()).contains(" enabled");
  }

  @Test
  void withAConfigurationBuiltInRulesLookWhereThoseOfStreamAlertDo() throws IOException {
    Path conf = folder.resolve("conf");
    Samples.write(conf.resolve("schemas/aws.json"), """
        {"cloudtrail:events": {"schema": {"eventName": "string"}, "parser": "json"},
         "cloudwatch:events": {"schema": {"detail": {}}, "parser": "json"}}
        """);

    Cli.Result result = Cli.run("rules", "list", "--conf", conf.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines())
        .anySatisfy(line -> assertThat(line)
            .matches("cloudtrail_root_account_usage +enabled .+ cloudwatch:events +io.+"));
  }

  @Test
  void builtInRulesWithoutASchemaAreInactive() throws IOException {
    Path conf = Samples.conf(folder.resolve("conf"));

    Cli.Result result = Cli.run("rules", "list", "--conf", conf.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines())
        .anySatisfy(
            line -> assertThat(line).matches("cloudtrail_root_account_usage +inactive +.*"));
    assertThat(result.err()).contains(" inactive");
  }

  @Test
  void rulesOfSourcesHaveTheirFileAsOrigin() throws IOException {
    Path rules = folder.resolve("rules");
    Path file = Samples.rule(rules, "public", "First", "return true;");

    Cli.Result result = Cli.run("rules", "list", "--json", "--rules", rules.toString());

    assertThat(result.outLines()).hasSize(1);
    List<FieldValue> listed = Samples.json(result.out()).at("rules").elements();
    FieldValue first =
        listed.stream().filter(rule -> rule.at("name").is("first")).findFirst().orElseThrow();
    assertThat(first.fields())
        .containsEntry("state", FieldValue.of("enabled"))
        .containsEntry("severity", FieldValue.of("medium"))
        .containsEntry("indexable", FieldValue.of(false))
        .containsEntry("logs", FieldValue.of(List.of("cloudtrail:events")))
        .containsEntry("class", FieldValue.of("acme.First"))
        .containsEntry("place", FieldValue.of(file.toString()));
  }

  @Test
  void twoRulesOfOneNameAreToldWithBothFiles() throws IOException {
    Path one = Samples.rule(folder.resolve("one"), "public", "Twin", "return true;");
    Path two = Samples.rule(folder.resolve("two"), "public", "Twin", "return true;");

    Cli.Result result = Cli.run(
        "rules",
        "list",
        "--rules",
        one.getParent().toString(),
        "--rules",
        two.getParent().toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            "Two rules have the name \"twin\": acme.Twin in " + one + " and acme.Twin in " + two);
  }

  @Test
  void anUnknownLogTypeOfAnOwnRuleIsAnError() throws IOException {
    Path conf = Samples.conf(folder.resolve("conf"));
    Path rules = folder.resolve("rules");
    Samples.rule(rules, "public", "Own", "return true;");

    Cli.Result result =
        Cli.run("rules", "list", "--conf", conf.toString(), "--rules", rules.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("The rule own (acme.Own in ", "looks at cloudtrail:events");
    assertThat(result.out()).isEmpty();
  }
}
