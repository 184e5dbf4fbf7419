package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.outputs.TerminalText;
import io.streamalert.settings.Property;
import io.streamalert.spi.OutputCredentials;
import io.streamalert.spi.OutputProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert outputs get}: what is configured for outputs of a service. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Shows the properties of the outputs of a service. Credentials are shown as *** unless you ask for them.",
      "",
      "Outputs whose descriptor contains \"sample\" are left out unless they are named.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert outputs get slack --conf conf",
      "  streamalert outputs get slack --descriptor security --show-credentials",
      "",
      "Exit codes: 0 shown; 1 credentials are missing or cannot be read; 2 wrong use."
    })
final class OutputsGetCommand extends OutputsAction {

  private static final String SAMPLE = "sample";
  private static final String HIDDEN = "***";

  @Parameters(paramLabel = "SERVICE", description = "The service, such as slack.")
  private String service = "";

  @Option(
      names = {"-d", "--descriptor"},
      arity = "1..*",
      paramLabel = "D",
      description = "Only these outputs.")
  private List<String> descriptors = new ArrayList<>();

  @Option(
      names = "--show-credentials",
      description = "Show credentials as they are. Mind who can see your screen.")
  private boolean show;

  OutputsGetCommand(Io io) {
    super(io);
  }

  @Override
  int run(OutputsSetup setup) {
    OutputProvider provider = setup.services().require(service);
    boolean complete = true;
    for (OutputId id : chosen(setup)) {
      complete &= tell(id, provider, setup);
    }
    return complete ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private List<OutputId> chosen(OutputsSetup setup) {
    return descriptors.isEmpty()
        ? setup.written().stream()
            .filter(id -> id.service().equals(service) && !id.descriptor().contains(SAMPLE))
            .toList()
        : descriptors.stream().map(name -> setup.require(service + ":" + name)).toList();
  }

  /** False if a credential is missing. */
  private boolean tell(OutputId id, OutputProvider provider, OutputsSetup setup) {
    print(TerminalText.clean(id.toString()));
    Map<String, String> plain = setup.plain(id);
    Map<String, String> credentials = credentials(id, provider, setup);
    boolean complete = true;
    for (Property property : provider.properties()) {
      Map<String, String> from = property.credential() ? credentials : plain;
      String value = from.getOrDefault(property.name(), "");
      if (!value.isEmpty()) {
        boolean hidden = property.credential() && !show;
        print("  " + property.name() + ": " + (hidden ? HIDDEN : TerminalText.clean(value)));
      } else if (property.required()) {
        complete = false;
        print("  " + property.name() + " is missing");
      }
    }
    return complete;
  }

  private Map<String, String> credentials(
      OutputId id, OutputProvider provider, OutputsSetup setup) {
    if (provider.properties().stream().noneMatch(Property::credential)) {
      return Map.of();
    }
    try {
      return OutputCredentials.read(id, provider.properties(), setup.secrets().source())
          .orElse(Map.of());
    } catch (IllegalStateException e) {
      throw UserError.problem(
          e.getMessage() + ". Set it anew: streamalert outputs set " + service + " --update");
    }
  }
}
