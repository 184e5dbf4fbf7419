package io.streamalert.cli;

import io.streamalert.testkit.events.AlertCheck;
import io.streamalert.testkit.events.EventRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which test events to run, on what, and how much to tell of them. */
final class TestOptions {

  @Mixin
  private RuleOptions rules = new RuleOptions();

  @Option(
      names = {"-d", "--files-dir", "--rules-dir"},
      arity = "1..*",
      paramLabel = "DIR",
      defaultValue = "rules",
      description =
          "Folders with test files, whose names end in .json. Default: ${DEFAULT-VALUE}. May be given more than once.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = {"-f", "--test-files"},
      arity = "1..*",
      paramLabel = "FILE",
      description = "Only these test files, by name or path, with or without .json.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = {"-r", "--test-rules"},
      arity = "1..*",
      paramLabel = "RULE",
      description = "Only events that expect one of these rules. Not with --test-files.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell only of files in which something failed.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell of each test what was expected and found. Not with --quiet.")
  private boolean verbose;

  @Option(
      names = "--json",
      description =
          "Print one JSON object with total, passed, failed, and tests (file, index, description, status, reasons).")
  private boolean json;

  /** Runs the tests, and tells of them. */
  int run(Io io, TestMode mode) {
    return run(io, mode, AlertCheck.none());
  }

  /** The same, and delivers the alerts to the outputs of the configuration. */
  int runLive(Io io) {
    Path conf = rules
        .conf()
        .orElseThrow(() -> UserError.wrongUse(
            "Name the configuration whose outputs alerts are to" + " be sent to: --conf DIR."));
    return run(
        io, TestMode.LIVE, new LiveDelivery(OutputsSetup.quietly(conf, io), Sending.forReal()));
  }

  private int run(Io io, TestMode mode, AlertCheck alertCheck) {
    check();
    EventSelection selection = new EventSelection(folders, files, only);
    try (RuleLoader loader = new RuleLoader();
        Output out = Output.standard(io)) {
      Composition composition = new Composition(io);
      EventRunner runner = EventRunner.builder(
              composition.testing(rules.conf(), rules.rules(), loader))
          .classifyOnly(mode.classifyOnly())
          .alertCheck(alertCheck)
          .build();
      selection.check(runner);
      composition.check(selection.events());
      return new TestRun(selection, runner, report(io, out, mode)).run(mode);
    }
  }

  private TestReport report(Io io, Output out, TestMode mode) {
    TestDetails details =
        new TestDetails(listUntested(mode.classifyOnly()), mode.stats(), mode.mutations());
    return json
        ? new JsonTestReport(out, details)
        : new HumanTestReport(new TestLines(verbose, io.colour()), out, quiet, details);
  }

  private void check() {
    if (quiet && verbose) {
      throw UserError.wrongUse("--quiet and --verbose: choose one of them.");
    }
    if (!files.isEmpty() && !only.isEmpty()) {
      throw UserError.wrongUse("--test-files and --test-rules: choose one of them.");
    }
  }

  /** Without a choice of files or rules, every rule is to have a test. */
  private boolean listUntested(boolean classifyOnly) {
    return !classifyOnly && files.isEmpty() && only.isEmpty();
  }
}
