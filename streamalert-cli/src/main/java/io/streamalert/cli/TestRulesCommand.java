package io.streamalert.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code streamalert test rules}: whether exactly the rules trigger that test events name. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Tests whether the logs of test events are classified as the events say, exactly the rules trigger that they"
          + " name, and publications are as they expect. Delivers nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert test rules --conf conf -d rules",
      "  streamalert test rules --rules my-rules/ -d my-tests/ --test-rules duo_fraud --verbose",
      "  streamalert test rules --conf conf -d rules --mutations --minimum-score 90",
      "",
      "Exit codes: 0 all passed; 1 something failed, a file was unreadable, or the score is below --minimum-score;"
          + " 2 wrong use."
    })
final class TestRulesCommand extends IoCommand {

  private static final int MOST_REPEATS = 1_000;

  @Mixin
  private TestOptions options = new TestOptions();

  @Option(
      names = {"-n", "--repeat"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Run all tests N times, 1 to 1000; stops behind the first time that fails.")
  private int repeat;

  @Option(
      names = {"-s", "--stats"},
      description = "Tell what the rules did and how long it took.")
  private boolean stats;

  @Option(
      names = {"-m", "--mutations"},
      description =
          "Change each rule a little, many times, and tell which changes no test notices.")
  private boolean mutations;

  @Option(
      names = "--minimum-score",
      paramLabel = "PERCENT",
      description =
          "With --mutations: fail if fewer of all changes are noticed, 0 to 100. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private int minimumScore;

  TestRulesCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (repeat < 1 || repeat > MOST_REPEATS) {
      throw UserError.wrongUse("--repeat: " + repeat + " is not from 1 to " + MOST_REPEATS + ".");
    }
    if (minimumScore < 0 || minimumScore > 100) {
      throw UserError.wrongUse("--minimum-score: " + minimumScore + " is not from 0 to 100.");
    }
    if (minimumScore > 0 && !mutations) {
      throw UserError.wrongUse("--minimum-score: needs --mutations.");
    }
    return options.run(io, new TestMode(false, repeat, stats, mutations, minimumScore));
  }
}
