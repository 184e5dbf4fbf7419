package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
      "Sends one alert, which says that it is a test, to an output, and tells what came of it. Nothing is repeated.",
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

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Clock clock;

  @Parameters(paramLabel = "OUTPUT", description = "The output, as SERVICE:DESCRIPTOR.")
  private String output = "";

  OutputsSendTestCommand(Io io, Clock clock) {
    super(io);
    this.clock = clock;
  }

  @Override
  int run(OutputsSetup setup) {
    OutputId id = setup.require(output);
    OutputDispatcher dispatcher = setup.dispatcher(id);
    Instant now = clock.instant();
    Alert alert = TestAlert.of(id, now);
    Delivery delivery =
        dispatcher.dispatch(DeliveryRequest.builder(alert, Publishers.builtIn().publish(alert, id))
            .idempotencyKey(alert.id() + ":" + id)
            .deadline(now.plus(LIMIT))
            .build());
    print(id + ": " + DeliveryText.of(delivery));
    return delivery instanceof Delivery.Delivered ? ExitCode.FINE : ExitCode.PROBLEMS;
  }
}
