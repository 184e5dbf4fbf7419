package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  @TempDir
  private Path folder;

  private Path rules = Path.of("");
  private Path logs = Path.of("");

  @BeforeEach
  void writeLogs() throws IOException {
    rules = folder.resolve("rules");
    logs = Samples.write(folder.resolve("logs.json"), Samples.QUIET);
  }

  @Test
  void aFolderIsCompiled() throws IOException {
    Samples.rule(rules, "public", "First", "return Helper.yes();");
    Samples.rule(rules, "final", "Second", "return true;");
    Samples.rule(rules, "abstract", "Third", "return true;");
    Samples.write(
        rules.resolve("acme/Helper.java"),
        "package acme; class Helper { static boolean yes() { return true; } }");
    Samples.write(rules.resolve("readme.txt"), "no source");

    Cli.Result result = run(rules);

    assertThat(result.exitCode()).isZero();
    assertThat(result.outLines()).hasSize(2);
    assertThat(result.err()).contains("1  first", "1  second");
  }

  @Test
  void statisticsAreToldAtTheEnd() throws IOException {
    Samples.rule(rules, "public", "First", "return true;");

    Cli.Result result =
        Cli.run("run", "--input", "s3:b=" + logs, "--rules", rules.toString(), "--rule-statistics");

    assertThat(result.err().lines().toList())
        .anyMatch(line -> line.matches(" *total ms +candidates .*rule"))
        .anyMatch(line -> line.matches(" *[0-9.]+ +1 +[0-9.]+ +1 +0 +first"));
  }

  @Test
  void compileErrorsHaveFileAndLine() throws IOException {
    Path file = Samples.rule(rules, "public", "Broken", "return oops;");

    Cli.Result result = run(rules);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("Error: " + file + ":8: ", "oops")
        .doesNotContain("Exception");
  }

  @Test
  void aRuleThatCannotBeMadeIsAProblem() throws IOException {
    Samples.rule(rules, "public", "Needy", "return true; } public Needy(int x) {");
    Samples.rule(
        rules,
        "public",
        "Angry",
        "return true; } public Angry() { throw new IllegalStateException(\"no\");");

    Cli.Result result = run(rules);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("acme.Needy has no constructor without arguments")
        .contains("acme.Angry cannot be made: java.lang.IllegalStateException: no");
  }

  @Test
  void aRuleThatBreaksIsReportedWithItsPlaceButNoValues() throws IOException {
    Samples.rule(
        rules,
        "public",
        "Breaks",
        "throw new IllegalStateException(record.at(\"eventName\").asText());");

    Cli.Result result = run(rules);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains(
            "Rule failures: 1",
            "breaks: java.lang.IllegalStateException in matches at Breaks.java:8")
        .doesNotContain("DescribeInstances");
  }

  @Test
  void aRuleThatEndsEverythingIsAClearError() throws IOException {
    Samples.rule(rules, "public", "Ends", "throw new Error(\"s3cr3t\");");
    assertThat(run(rules))
        .matches(result -> result.exitCode() == 1)
        .satisfies(result -> assertThat(result.err())
            .startsWith("Error: the run broke with java.lang.Error")
            .doesNotContain("s3cr3t"));

    Samples.rule(rules, "public", "Ends", "throw new OutOfMemoryError();");
    assertThat(run(rules).err()).startsWith("Error: out of memory").contains("-Xmx");
  }

  @Test
  void twoRulesOfOneNameAreRefused() throws IOException {
    Samples.rule(rules, "public", "Twin", "return true;");
    Samples.rule(folder.resolve("more"), "public", "Twin", "return true;");

    Cli.Result result = Cli.run(
        "run",
        "--input",
        "s3:b=" + logs,
        "--rules",
        rules.toString(),
        "--rules",
        folder.resolve("more").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("twin");
  }

  @Test
  void aJarGivesItsPublicRules() throws IOException {
    Samples.rule(rules, "public", "Open", "return true;");
    Samples.rule(rules, "final", "Closed", "return true;");

    Cli.Result result = run(jar(""));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("1  open").doesNotContain("closed");
  }

  @Test
  void aJarWithAProviderGivesWhatThatBrings() throws IOException {
    Samples.rule(rules, "public", "Open", "return true;");
    Samples.rule(rules, "final", "Closed", "return true;");
    Samples.write(rules.resolve("acme/Provider.java"), """
        package acme;

        public class Provider implements io.streamalert.spi.RuleProvider {
          public java.util.List<io.streamalert.rule.Rule> rules() { return java.util.List.of(new Closed()); }
        }
        """);

    Cli.Result result = run(jar("acme.Provider"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("1  closed").doesNotContain("  open");
  }

  @Test
  void saysWhenThereAreNoRules() throws IOException {
    Files.createDirectory(rules);
    Path noJar = Samples.write(folder.resolve("rules.jar"), "no jar");

    assertThat(run(rules).err()).contains("holds no rule", "io.streamalert.rule.Rule");
    assertThat(run(folder.resolve("none")).err()).contains("does not exist");
    assertThat(run(logs).err()).contains("is neither a jar nor a folder");
    assertThat(run(noJar).err()).contains("rules.jar: cannot be read");
    assertThat(run(noJar).exitCode()).isEqualTo(2);
  }

  private Cli.Result run(Path ruleFiles) {
    return Cli.run("run", "--input", "s3:b=" + logs, "--rules", ruleFiles.toString());
  }

  private Path jar(String provider) throws IOException {
    Path classes = compiled();
    Path jar = folder.resolve("rules.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path type : FileTree.files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(type).toString().replace('\\', '/')));
        Files.copy(type, out);
      }
      if (!provider.isEmpty()) {
        out.putNextEntry(new JarEntry("META-INF/services/io.streamalert.spi.RuleProvider"));
        out.write(provider.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path compiled() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> options = List.of(
        "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    List<String> sources = FileTree.files(rules).stream().map(Path::toString).toList();
    String[] arguments = Stream.concat(options.stream(), sources.stream()).toArray(String[]::new);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
        .isZero();
    return classes;
  }
}
