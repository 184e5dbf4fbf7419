package com.example;

import com.example.detections.ConsoleLoginWithoutMfa;
import com.example.detections.SuspiciousShellCommand;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Unclassified;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import io.streamalert.local.LocalRuntime;
import io.streamalert.local.LogInput;
import io.streamalert.record.LogSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks the logs of a folder against rules and prints what was found, for people. */
public final class Quickstart {

  private final PrintStream out;

  private Quickstart(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param args the folder with the logs; default {@code logs}
   * @throws IOException if the folder cannot be listed
   */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "logs"), System.out);
  }

  static Ledger run(Path logs, PrintStream out) throws IOException {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .rules(new SuspiciousShellCommand(), new ConsoleLoginWithoutMfa())
        .build();
    Quickstart quickstart = new Quickstart(out);
    Ledger ledger = LocalRuntime.builder(streamAlert)
        .alerts(quickstart::print)
        .unclassified(quickstart::print)
        .build()
        .run(inputs(logs));
    quickstart.print(ledger);
    return ledger;
  }

  /** Each folder stands for a source of logs; its name is the resource. */
  private static List<LogInput> inputs(Path logs) throws IOException {
    try (Stream<Path> files = Files.walk(logs.toAbsolutePath())) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> LogInput.of(source(file.getParent().getFileName().toString()), file))
          .toList();
    }
  }

  private static LogSource source(String folder) {
    return LogSource.of(folder.equals("cloudtrail") ? "s3" : "kinesis", "acme-" + folder);
  }

  private void print(Alert alert) {
    out.printf("%-9s%s%n", alert.severity().toString().toUpperCase(Locale.ROOT), alert.title());
    out.printf(
        "%9srule %s, ATT&CK %s, from %s%n%n",
        "", alert.ruleName(), String.join(" ", alert.attack()), alert.record().source());
  }

  private void print(Unclassified outcome) {
    out.printf("UNKNOWN  A log was not understood: it %s%n", outcome.reason());
    outcome
        .nearest()
        .ifPresent(
            nearest -> out.printf("%9snearest is %s: %s%n", "", nearest.type(), nearest.reason()));
    out.printf("%9sfrom %s%n%n", "", outcome.log().source());
  }

  private void print(Ledger ledger) {
    ledger.unreadable().forEach(out::println);
    BatchSummary summary = ledger.summary();
    out.printf(
        "%d raw logs: %d classified, giving %d records and %d alerts; %d fit no schema; %d rules failed.%n",
        summary.rawLogs(),
        summary.classified(),
        summary.records(),
        summary.alerts(),
        summary.deadLetters(),
        summary.ruleFailures());
  }
}
