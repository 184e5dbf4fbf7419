package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * Shows alerts to a person, as {@link ReadableAlert} writes them, with an empty line behind each.
 * Each alert is written in UTF-8 by one call, so that blocks of several threads do not mix.
 *
 * <p>It keeps nothing, so an alert that comes again is shown again. A stream that reports an error
 * does so for ever; then each attempt is to be repeated later. A stream whose reader stands still
 * holds the attempt up beyond its deadline. Immutable and thread-safe.
 */
public final class ConsoleOutput implements OutputDispatcher {

  private static final Duration DELAY = Duration.ofSeconds(30);

  private final OutputId id;
  private final PrintStream out;
  private final ReadableAlert form;

  private ConsoleOutput(OutputId id, PrintStream out, ReadableAlert form) {
    this.id = Objects.requireNonNull(id, "id");
    this.out = Objects.requireNonNull(out, "out");
    this.form = Objects.requireNonNull(form, "form");
  }

  /**
   * An output to a stream.
   *
   * @param id the name of the output
   * @param out where it writes to; stays open
   * @param form how alerts look; with colours only where the stream is a terminal
   * @return the output
   */
  public static ConsoleOutput to(OutputId id, PrintStream out, ReadableAlert form) {
    return new ConsoleOutput(id, out, form);
  }

  @Override
  public OutputId id() {
    return id;
  }

  @Override
  public Delivery dispatch(DeliveryRequest request) {
    byte[] block =
        (form.text(request.alert(), request.publication()) + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(block, 0, block.length);
    return out.checkError()
        ? Delivery.retryAfter(DELAY, "The console does not take any more text.")
        : Delivery.delivered();
  }

  @Override
  public String toString() {
    return "ConsoleOutput[" + id + "]";
  }
}
