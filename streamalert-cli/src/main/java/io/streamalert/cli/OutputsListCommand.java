package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.outputs.TerminalText;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code streamalert outputs list}: the outputs that are configured. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Lists the outputs of outputs.json, each as SERVICE:DESCRIPTOR. Reads no credential.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert outputs list --conf conf",
      "  streamalert outputs list --service slack --json",
      "",
      "Exit codes: 0 listed; 2 wrong use, or the configuration cannot be used."
    })
final class OutputsListCommand extends OutputsAction {

  @Option(
      names = {"-s", "--service"},
      arity = "1..*",
      paramLabel = "SERVICE",
      description = "Only the outputs of these services.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = "--json",
      description =
          "Print {\"outputs\":[…]} on one line, each with output, service, descriptor and whether it is available here.")
  private boolean json;

  OutputsListCommand(Io io) {
    super(io);
  }

  @Override
  int run(OutputsSetup setup) {
    List<OutputId> outputs = setup.written().stream()
        .filter(id -> services.isEmpty() || services.contains(id.service()))
        .toList();
    if (json) {
      print(FieldValue.of(
              Map.of("outputs", outputs.stream().map(id -> fields(id, setup)).toList()))
          .toJson());
      return ExitCode.FINE;
    }
    outputs.forEach(id -> print(TerminalText.clean(id.toString())));
    io.say(Text.count(outputs.size(), "output", "outputs") + ".");
    outputs.stream()
        .map(OutputId::service)
        .distinct()
        .filter(service -> !setup.services().providers().containsKey(service))
        .forEach(service -> io.say("Nothing here delivers to " + service + "."));
    return ExitCode.FINE;
  }

  private static Map<String, Object> fields(OutputId id, OutputsSetup setup) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", id.toString());
    fields.put("service", id.service());
    fields.put("descriptor", id.descriptor());
    fields.put("available", setup.services().providers().containsKey(id.service()));
    return fields;
  }
}
