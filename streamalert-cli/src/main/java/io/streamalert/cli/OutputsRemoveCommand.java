package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.local.secrets.SecretStore;
import io.streamalert.spi.OutputCredentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code streamalert outputs remove}: forgets an output. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Removes an output from outputs.json, and its credentials from where \"outputs set\" keeps them. Rules that name"
          + " the output stay as they are.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  streamalert outputs remove slack:security --conf conf",
      "",
      "Exit codes: 0 removed; 1 something cannot be changed; 2 wrong use."
    })
final class OutputsRemoveCommand extends OutputsAction {

  @Parameters(paramLabel = "OUTPUT", description = "The output, as SERVICE:DESCRIPTOR.")
  private String output = "";

  OutputsRemoveCommand(Io io) {
    super(io);
  }

  @Override
  int run(OutputsSetup setup) {
    OutputId id = setup.require(output);
    OutputsJson json = setup.outputsJson();
    json.remove(id);
    json.write();
    boolean known = setup.secrets().store().map(store -> forget(id, store)).orElse(false);
    io.say("Removed the output " + id
        + (known ? " and its credentials." : ". There were no credentials that could be removed."));
    return ExitCode.FINE;
  }

  private static boolean forget(OutputId id, SecretStore store) {
    return store.remove(OutputCredentials.secretName(id));
  }
}
