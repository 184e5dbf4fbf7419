package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void tellsItsVersion() {
    Cli.Result result = Cli.run("--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("streamalert ")
        .contains("Java " + System.getProperty("java.version"));
  }

  @Test
  void helpsWithExamples() {
    assertThat(Cli.run("--help").out()).contains("Usage: streamalert", "run", "Example");
    assertThat(Cli.run("run", "--help").out())
        .contains("Usage: streamalert run", "Examples:", "--input", "--dead-letters", "Exit codes:")
        .satisfies(help ->
            assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101)));
    assertThat(Cli.run("run", "--help").exitCode()).isZero();
  }

  @Test
  void wrongUseSaysWhatIsWrongAndWhereHelpIs() {
    assertThat(Cli.run()).satisfies(result -> {
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("streamalert --help");
    });
    assertThat(Cli.run("run")).satisfies(result -> {
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("--input", "streamalert run --help");
    });
    assertThat(Cli.run("run", "--input", "s3:b=x", "--workres", "2").exitCode()).isEqualTo(2);
    assertThat(Cli.run("fly").exitCode()).isEqualTo(2);
  }
}
