package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfTest {

  @TempDir
  private Path folder;

  private Path conf = Path.of("");
  private Path logs = Path.of("");

  @BeforeEach
  void writeConf() throws IOException {
    conf = Samples.conf(folder.resolve("conf"));
    logs = Samples.writeGzip(
        folder.resolve("logs/login.gz"), "{\"user\":\"eve\"}\n{\"user\":\"bob\"}\n");
  }

  @Test
  void replacesSchemasAndSources() {
    Cli.Result result = run("s3:login-bucket");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("2  test:login");
  }

  @Test
  void namesLogTypesThatAreLeftOutInOneWarning() {
    assertThat(run("s3:login-bucket").err().lines().filter(line -> line.startsWith("Warning:")))
        .singleElement()
        .asString()
        .contains("test:lines", "carrier-pigeon");
  }

  @Test
  void warnsOfASourceThatIsNotDeclared() {
    Cli.Result result = run("s3:logins-bucket");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("No cluster declares the source s3:logins-bucket", "\"s3:login-bucket\"?");
  }

  @Test
  void saysAllThatIsWrong() throws IOException {
    Samples.write(
        conf.resolve("schemas/test.json"),
        "{\"test:login\": {\"parser\": \"json\", \"schema\": {\"user\": \"strnig\"}}}");
    Samples.write(conf.resolve("clusters/prod.json"), "[]");

    Cli.Result result = run("s3:login-bucket", "--rules", folder.resolve("none").toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("schemas/test.json", "strnig", "clusters/prod.json", "none: does not exist");
    assertThat(result.err().lines()).allMatch(line -> line.startsWith("Error: "));
  }

  @Test
  void aMissingDirectoryIsWrongUse() {
    Cli.Result result =
        Cli.run("run", "--conf", folder.resolve("nowhere").toString(), "--input", "s3:b=" + logs);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("nowhere", "is no directory").doesNotContain("Exception");
  }

  private Cli.Result run(String source, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"run", "--conf", conf.toString(), "--input", source + "=" + logs},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Cli.run(arguments);
  }
}
