package io.streamalert.cli;

import io.streamalert.settings.ConfigException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command {@code streamalert}. */
@Command(
    name = "streamalert",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Turns raw security logs into alerts.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  streamalert run --input s3:my-trail=logs/",
      "",
      "Exit codes: 0 fine, 1 problems found, 2 wrong use."
    })
public final class Main {

  private static final int MEGA = 1_000_000;

  private Main() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    System.exit(execute(Io.standard(), arguments));
  }

  static int execute(Io io, String... arguments) {
    CommandLine schema =
        new CommandLine(new SchemaCommand()).addSubcommand(new SchemaDraftCommand(io));
    CommandLine rules = new CommandLine(new RulesCommand())
        .addSubcommand(new RulesListCommand(io))
        .addSubcommand(new RulesExplainCommand(io));
    CommandLine test = new CommandLine(new TestCommand())
        .addSubcommand(new TestClassifierCommand(io))
        .addSubcommand(new TestRulesCommand(io))
        .addSubcommand(new TestLiveCommand(io));
    CommandLine outputs = new CommandLine(new OutputsCommand())
        .addSubcommand(new OutputsListCommand(io))
        .addSubcommand(new OutputsGetCommand(io))
        .addSubcommand(new OutputsSetCommand(io))
        .addSubcommand(new OutputsSetFromFileCommand(io))
        .addSubcommand(new OutputsSkeletonCommand(io))
        .addSubcommand(new OutputsRemoveCommand(io))
        .addSubcommand(new OutputsSendTestCommand(io, Sending.forReal()));
    CommandLine line = new CommandLine(new Main())
        .addSubcommand(new RunCommand(io))
        .addSubcommand(new ClassifyCommand(io))
        .addSubcommand(new ValidateCommand(io))
        .addSubcommand(schema)
        .addSubcommand(rules)
        .addSubcommand(test)
        .addSubcommand(outputs)
        .addSubcommand(new CommandLine(new NewCommand()).addSubcommand(new NewRuleCommand(io)));
    line.setOut(new PrintWriter(io.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(io.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(io.colour() ? Ansi.ON : Ansi.OFF));
    line.setParameterExceptionHandler((e, all) -> wrongUse(io, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(io, e, command));
    try {
      return line.execute(arguments);
    } catch (Error e) {
      return broken(io, e);
    }
  }

  private static int wrongUse(Io io, ParameterException e) {
    io.say(String.valueOf(e.getMessage()));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    io.say("See: " + command + " --help");
    return ExitCode.WRONG_USE;
  }

  private static int failed(Io io, Exception e, CommandLine command) {
    if (command.getCommand() instanceof IoCommand chosen && chosen.debug()) {
      e.printStackTrace(io.err());
    }
    if (e instanceof OutputClosed) {
      return ExitCode.FINE;
    }
    if (e instanceof ConfigException config) {
      config.problems().forEach(problem -> io.say("Error: " + problem));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof UserError error) {
      io.say("Error: " + error.getMessage());
      return error.exitCode();
    }
    return broken(io, e);
  }

  /** Without the message of what was thrown, which may hold values of a record. */
  private static int broken(Io io, Throwable e) {
    if (e instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() / MEGA;
      io.say("Error: out of memory, " + megabytes + " MB are too little for these logs. Give more,"
          + " for example by STREAMALERT_JAVA_OPTS=-Xmx1g, or use fewer --workers.");
    } else {
      io.say("Error: the run broke with " + e.getClass().getName() + ". --debug shows where.");
    }
    return ExitCode.PROBLEMS;
  }

  /** Reads the version from the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      String java = System.getProperty("java.version");
      return new String[] {
        "streamalert " + (version == null ? "(not packaged)" : version) + " on Java " + java
      };
    }
  }
}
