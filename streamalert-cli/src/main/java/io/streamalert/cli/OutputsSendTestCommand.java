package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publishers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code streamalert outputs send-test}: one alert that says that it is a test. */
@Command(
    name = "send-test",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Sends one alert, which says that it is a test, to an output, and tells what came of it.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  streamalert outputs send-test slack:security --conf conf",
      "",
      "Exit codes: 0 delivered; 1 not delivered, or nobody knows; 2 wrong use, or the configuration cannot be used."
    })
final class OutputsSendTestCommand extends OutputsAction {

  private final Sending sending;

  @Parameters(paramLabel = "OUTPUT", description = "The output, as SERVICE:DESCRIPTOR.")
  private String output = "";

  OutputsSendTestCommand(Io io, Sending sending) {
    super(io);
    this.sending = sending;
  }

  @Override
  int run(OutputsSetup setup) {
    OutputId id = setup.require(output);
    OutputDispatcher dispatcher = setup.dispatcher(id);
    Alert alert = TestAlert.of(id, sending.clock().instant());
    Delivery delivery = sending.send(alert, Publishers.builtIn().publish(alert, id), dispatcher);
    print(id + ": " + DeliveryText.of(delivery));
    return delivery instanceof Delivery.Delivered ? ExitCode.FINE : ExitCode.PROBLEMS;
  }
}
