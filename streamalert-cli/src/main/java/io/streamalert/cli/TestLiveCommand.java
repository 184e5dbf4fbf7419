package io.streamalert.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code streamalert test live}: whether the alerts of test events arrive. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Tests as \"test rules\" does, and sends each alert to its outputs for real. Whoever is behind them sees the alerts"
          + " of your tests.",
      "",
      "Outputs are those of outputs.json, which needs --conf. A test fails too if an output does not take an alert."
          + " aws-firehose:alerts is left out.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert test live --conf conf -d rules --test-rules duo_fraud",
      "  streamalert test live --conf conf --rules my-rules/ -f my-tests/login.json",
      "",
      "Exit codes: 0 all passed and arrived; 1 something failed, or a file was unreadable; 2 wrong use."
    })
final class TestLiveCommand extends IoCommand {

  @Mixin
  private TestOptions options = new TestOptions();

  TestLiveCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    return options.runLive(io);
  }
}
