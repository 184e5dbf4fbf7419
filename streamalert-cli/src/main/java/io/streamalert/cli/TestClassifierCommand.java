package io.streamalert.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code streamalert test classifier}: whether logs are of the types that test events name. */
@Command(
    name = "classifier",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Tests whether the logs of test events are classified as the events say. Runs no rules.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert test classifier --conf conf",
      "  streamalert test classifier -d rules/classifier --quiet",
      "",
      "Exit codes: 0 all passed; 1 something failed, or a file was unreadable; 2 wrong use."
    })
final class TestClassifierCommand extends IoCommand {

  @Mixin
  private TestOptions options = new TestOptions();

  TestClassifierCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    return options.run(io, TestMode.CLASSIFIER);
  }
}
