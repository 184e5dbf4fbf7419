package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.settings.ConfigException;
import io.streamalert.spi.OutputProvider;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert outputs set}: configures one output. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Configures an output: asks for each property of its service, keeps the credentials where secrets.json of the"
          + " conf directory says, and names the output in outputs.json.",
      "",
      "What is masked is not shown while it is typed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert outputs set slack --conf conf",
      "  STREAMALERT_OUTPUT_URL=https://… streamalert outputs set slack --descriptor security --from-env",
      "",
      "Exit codes: 0 saved; 1 something cannot be saved; 2 wrong use, a value that cannot be used, or the output is"
          + " there already."
    })
final class OutputsSetCommand extends OutputsAction {

  @Parameters(paramLabel = "SERVICE", description = "The service, such as slack.")
  private String service = "";

  @Option(
      names = {"-u", "--update"},
      description = "Configure an output anew that is there already.")
  private boolean update;

  @Option(
      names = "--descriptor",
      paramLabel = "D",
      description = "The output's name within the service. Default: it is asked for.")
  private @Nullable String descriptor;

  @ArgGroup
  private Values from = new Values();

  /** Where values come from instead of a person. */
  static final class Values {

    @Option(
        names = "--from-env",
        description =
            "Take each property from the environment variable STREAMALERT_OUTPUT_PROPERTY, such as STREAMALERT_OUTPUT_URL.")
    private boolean environment;

    @Option(
        names = "--from-file",
        paramLabel = "FILE",
        description = "Take the properties from a JSON map; - is standard input.")
    private @Nullable Path file;
  }

  OutputsSetCommand(Io io) {
    super(io);
  }

  @Override
  int run(OutputsSetup setup) {
    OutputProvider provider = setup.services().require(service);
    PropertyPrompts prompts = new PropertyPrompts(io);
    if (provider.properties().stream().anyMatch(property -> property.credential())) {
      setup.store();
    }
    OutputId id = OutputId.of(service, name(prompts));
    if (!update && setup.written().contains(id)) {
      throw UserError.wrongUse("The output " + id
          + " is there already. To configure it anew add --update, or choose another descriptor.");
    }
    Map<String, String> values = values(provider, prompts);
    new OutputEntry(provider, id, values).save(setup);
    io.say("Saved the output " + id + ". Try it: streamalert outputs send-test " + id + " --conf "
        + setup.directory());
    return ExitCode.FINE;
  }

  private String name(PropertyPrompts prompts) {
    if (descriptor == null) {
      if (from.environment || from.file != null) {
        throw UserError.wrongUse("Without questions the output needs a name: add --descriptor.");
      }
      return prompts.ask(OutputEntry.DESCRIPTOR);
    }
    OutputEntry.DESCRIPTOR.check(descriptor).ifPresent(what -> {
      throw UserError.wrongUse("--descriptor: " + what + ".");
    });
    return descriptor;
  }

  private Map<String, String> values(OutputProvider provider, PropertyPrompts prompts) {
    if (!from.environment && from.file == null) {
      return prompts.ask(provider.properties());
    }
    Path place = from.file == null ? Path.of("environment") : from.file;
    Map<String, String> values = from.file == null
        ? PropertyVariables.of(provider.properties(), System.getenv())
        : PropertyFile.values(from.file, io);
    ConfigException.throwIfAny(OutputEntry.problems(provider.properties(), values, place));
    Map<String, String> given = new LinkedHashMap<>(values);
    given.values().removeIf(String::isEmpty);
    return given;
  }
}
