package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.community.CommunitySchemas;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewRuleCommandTest {

  @TempDir
  private Path folder;

  private Path project() {
    return folder.resolve("project");
  }

  private Cli.Result newRule(String... arguments) {
    Stream<String> start = Stream.of("new", "rule", "--dir", project().toString());
    return Cli.run(Stream.concat(start, Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void writesARuleItsTestAndItsRecords() throws Exception {
    Cli.Result result = newRule("root_login");

    assertThat(result.exitCode()).isZero();
    assertThat(FileTree.files(project()).stream()
            .map(file -> project().relativize(file).toString()))
        .containsExactly(
            "pom.xml",
            "src/main/java/detections/RootLogin.java",
            "src/test/java/detections/RootLoginTest.java",
            "src/test/resources/detections/root_login.json");
    assertThat(result.err())
        .contains("Wrote " + project().resolve("src/main/java/detections/RootLogin.java"))
        .contains("1. Say in RootLogin.java", "2. Test it: mvn -f " + project() + " test")
        .contains("3. Run it: streamalert run --rules " + project());
    assertThatCode(() -> runTest("detections.RootLoginTest")).doesNotThrowAnyException();
  }

  /** The test that was written is one that can fail. */
  @Test
  void theTestHoldsTheRuleAgainstTheRecords() throws Exception {
    newRule("root_login");
    Path records = project().resolve("src/test/resources/detections/root_login.json");
    Files.writeString(records, Files.readString(records).replace("true", "false"));

    assertThatThrownBy(() -> runTest("detections.RootLoginTest"))
        .hasMessageContaining("what the rule is for");
  }

  @Test
  void theFolderCanBeGivenToRun() throws IOException {
    newRule("root_login", "--package", "com.acme.rules");
    Path logs = Samples.write(folder.resolve("logs.json"), Samples.cloudTrail("replace this"));

    Cli.Result result =
        Cli.run("run", "--input", "s3:b=" + logs, "--rules", project().toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("1  root_login");
  }

  @ParameterizedTest
  @CsvSource({
    "rule, RuleRule",
    "2fa.missing, Rule2faMissing",
    "a-b_c.d, ABCD",
    "rootLogin, RootLogin",
    "Severity, SeverityRule"
  })
  void eachNameGivesAClassThatWorks(String name, String className) throws Exception {
    assertThat(newRule(name).exitCode()).isZero();

    assertThat(project().resolve("src/main/java/detections/" + className + ".java"))
        .exists();
    assertThatCode(() -> runTest("detections." + className + "Test")).doesNotThrowAnyException();
  }

  /** Also of types without any text that each record has. */
  @Test
  void everyBuiltInLogTypeGivesARuleThatPasses() throws Exception {
    List<String> classes = new ArrayList<>();
    int number = 0;
    for (var schema : CommunitySchemas.all()) {
      String name = "type" + number++;
      assertThat(newRule(name, "--logs", schema.type().name()).exitCode()).isZero();
      classes.add("detections.T" + name.substring(1) + "Test");
    }

    compile();
    for (String test : classes) {
      assertThatCode(() -> call(test)).as(test).doesNotThrowAnyException();
    }
  }

  @Test
  void theProjectHasTheVersionsOfThisOne() throws IOException {
    newRule("root_login", "--package", "com.acme.rules");

    assertThat(project().resolve("pom.xml"))
        .content()
        .contains("<groupId>com.acme.rules</groupId>", "<version>" + junitVersion() + "</version>")
        .doesNotContain("${", "%s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "build.gradle", "build.gradle.kts"})
  void aProjectThatIsThereStaysAsItIs(String file) throws IOException {
    Samples.write(project().resolve(file), "mine");

    assertThat(newRule("root_login").exitCode()).isZero();

    assertThat(project().resolve(file)).hasContent("mine");
    try (Stream<Path> files = Files.list(project())) {
      assertThat(files)
          .containsExactlyInAnyOrder(project().resolve(file), project().resolve("src"));
    }
  }

  @Test
  void neverOverwrites() throws IOException {
    newRule("root_login");
    Path test = project().resolve("src/test/java/detections/RootLoginTest.java");
    Files.delete(project().resolve("src/main/java/detections/RootLogin.java"));
    Files.writeString(test, "mine");

    Cli.Result result = newRule("root_login");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("The file " + test + " is there already", "nothing was written");
    assertThat(test).hasContent("mine");
    assertThat(project().resolve("src/main/java/detections/RootLogin.java")).doesNotExist();
  }

  @Test
  void wrongUseNamesTheMend() throws IOException {
    Path conf = Samples.conf(folder.resolve("conf"));

    assertThat(newRule("root login").err()).contains("NAME: \"root login\"", "root_login");
    assertThat(newRule("..").err()).contains("at least one letter");
    assertThat(newRule("r", "--package", "a-b").err()).contains("--package: \"a-b\"");
    assertThat(newRule("r", "--logs", "cloudtrail:event").err())
        .contains("Did you mean \"cloudtrail:events\"?", "add --conf");
    assertThat(newRule("r", "--logs", "test:logins", "--conf", conf.toString()).err())
        .contains("Did you mean \"test:login\"?")
        .doesNotContain("add --conf");
    assertThat(newRule("r", "--logs", "x").exitCode()).isEqualTo(2);
    assertThat(project()).doesNotExist();
    assertThat(newRule("r", "--logs", "test:login", "--conf", conf.toString()).exitCode())
        .isZero();
  }

  @Test
  void saysWhenAFolderCannotBeWritten() throws IOException {
    Samples.write(project(), "a file");

    Cli.Result result = newRule("r");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("cannot be written", "--dir");
  }

  /** That of the JUnit that runs this. */
  private static String junitVersion() {
    return Test.class.getPackage().getImplementationVersion();
  }

  private void runTest(String test) throws Exception {
    compile();
    call(test);
  }

  private void compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "-proc:none",
        "-Xlint:all,-processing,-path",
        "-Werror",
        "-d",
        Files.createDirectories(folder.resolve("classes")).toString(),
        "-cp",
        System.getProperty("java.class.path")));
    FileTree.files(project()).stream()
        .map(Path::toString)
        .filter(file -> file.endsWith(".java"))
        .forEach(arguments::add);
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
  }

  /** Calls the tests of a class, as JUnit would. */
  private void call(String test) throws Exception {
    URL[] places = {
      folder.resolve("classes").toUri().toURL(),
      project().resolve("src/test/resources").toUri().toURL()
    };
    int called = 0;
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass(test);
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          method.setAccessible(true);
          called++;
          invoke(method, constructor.newInstance());
        }
      }
    }
    assertThat(called).isOne();
  }

  private static void invoke(Method method, Object instance) throws Exception {
    try {
      method.invoke(instance);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    }
  }
}
