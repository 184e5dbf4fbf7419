package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Property;
import io.streamalert.spi.OutputProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code streamalert outputs set-from-file}: configures several outputs. */
@Command(
    name = "set-from-file",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Configures the outputs of a JSON file: a map from service to a list of maps of properties, as generate-skeleton"
          + " writes it.",
      "",
      "Nothing is saved unless all of it can be used. Delete the file afterwards: it holds credentials.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert outputs set-from-file --conf conf",
      "  streamalert outputs set-from-file --file new-outputs.json --update",
      "",
      "Exit codes: 0 saved; 1 something cannot be saved; 2 wrong use, values that cannot be used, or an output is there"
          + " already."
    })
final class OutputsSetFromFileCommand extends OutputsAction {

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      defaultValue = OutputsSkeletonCommand.DEFAULT_FILE,
      description = "The file; - is standard input. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of(OutputsSkeletonCommand.DEFAULT_FILE);

  @Option(
      names = {"-u", "--update"},
      description = "Configure outputs anew that are there already.")
  private boolean update;

  OutputsSetFromFileCommand(Io io) {
    super(io);
  }

  @Override
  int run(OutputsSetup setup) {
    List<OutputEntry> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    PropertyFile.read(file, io)
        .fields()
        .forEach((service, list) -> read(setup, service, list, entries, problems));
    ConfigException.throwIfAny(problems);
    for (OutputEntry entry : entries) {
      entry.save(setup);
      io.say("Saved the output " + entry.id());
    }
    io.say(Text.count(entries.size(), "output", "outputs") + " saved. Delete " + file
        + " if it holds credentials.");
    return ExitCode.FINE;
  }

  private void read(
      OutputsSetup setup,
      String service,
      FieldValue list,
      List<OutputEntry> entries,
      List<Problem> problems) {
    OutputProvider provider = setup.services().require(service);
    List<FieldValue> maps = list.elements();
    for (int i = 0; i < maps.size(); i++) {
      Map<String, String> values = PropertyFile.values(maps.get(i));
      String[] place = {service, Integer.toString(i)};
      List<Problem> wrong = OutputEntry.problems(withDescriptor(provider), values, file, place);
      problems.addAll(wrong);
      if (wrong.isEmpty()) {
        OutputId id = OutputId.of(service, values.getOrDefault("descriptor", ""));
        if (!update && setup.written().contains(id)) {
          problems.add(Problem.at(
                  file.toString(), Problem.pointer(place), "The output " + id + " is there already")
              .mendedBy("To configure it anew add --update."));
        }
        values.values().removeIf(String::isEmpty);
        entries.add(new OutputEntry(provider, id, values));
      }
    }
  }

  private static List<Property> withDescriptor(OutputProvider provider) {
    List<Property> properties = new ArrayList<>(List.of(OutputEntry.DESCRIPTOR));
    properties.addAll(provider.properties());
    return properties;
  }
}
