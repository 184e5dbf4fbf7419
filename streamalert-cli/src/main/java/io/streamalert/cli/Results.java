package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.local.Ledger;
import io.streamalert.outputs.ReadableAlert;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import java.util.Optional;

/** Takes what a run brings, counts it, and writes it where the options say. */
final class Results implements AutoCloseable {

  final Tally tally = new Tally();

  private final Io io;
  private final boolean readable;
  private final ReadableAlert form;
  private final Optional<Output> alerts;
  private final Optional<Output> summary;
  private final Optional<Output> deadLetters;

  Results(OutputOptions options, Io io) {
    this.io = io;
    this.form = io.colour() ? ReadableAlert.coloured() : ReadableAlert.plain();
    Optional<Output> named = options.openAlerts(io);
    this.readable = named.isEmpty() && io.terminal();
    this.alerts = named.isEmpty() && options.leavesStandardOutput()
        ? Optional.of(Output.standard(io))
        : named;
    this.summary = options.openSummary(io);
    this.deadLetters = options.openDeadLetters(io);
  }

  void alert(Alert alert) {
    tally.alert(alert);
    alerts.ifPresent(output -> {
      output.line(readable ? readable(alert) : alert.toJson());
      if (readable) {
        output.flush();
      }
    });
  }

  private String readable(Alert alert) {
    return form.text(alert, Publisher.standard().publish(alert, Publication.empty()));
  }

  void deadLetter(DeadLetter letter) {
    tally.deadLetter(letter);
    deadLetters.ifPresent(output -> output.line(letter::writeJson));
  }

  /** Tells of the end, the alerts first. */
  void finish(Ledger ledger) {
    alerts.ifPresent(Output::flush);
    deadLetters.ifPresent(Output::flush);
    new HumanSummary(io, ledger, tally).print();
    if (alerts.isEmpty() && ledger.summary().alerts() > 0) {
      io.say("The alerts are not shown, as standard output has the summary. Use --alerts FILE.");
    }
    summary.ifPresent(output -> output.line(JsonSummary.json(ledger, tally)));
  }

  @Override
  public void close() {
    try {
      alerts.ifPresent(Output::close);
    } finally {
      try {
        deadLetters.ifPresent(Output::close);
      } finally {
        summary.ifPresent(Output::close);
      }
    }
  }
}
