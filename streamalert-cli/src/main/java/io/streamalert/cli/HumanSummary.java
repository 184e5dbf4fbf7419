package io.streamalert.cli;

import io.streamalert.cli.Commonest.Counted;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import io.streamalert.local.UnreadableInput;
import io.streamalert.settings.Settings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells a person what became of the inputs. */
final class HumanSummary {

  private static final int MOST_REASONS = 3;
  private static final double MILLIS = 1_000;

  private final Io io;
  private final Ledger ledger;
  private final BatchSummary summary;
  private final Tally tally;

  HumanSummary(Io io, Ledger ledger, Tally tally) {
    this.io = io;
    this.ledger = ledger;
    this.summary = ledger.summary();
    this.tally = tally;
  }

  void print() {
    if (summary.classified() == 0) {
      nothingClassified();
    }
    read();
    classified();
    section("Alerts", summary.alerts(), tally.alertsByRule);
    unchecked();
    deadLetters();
    reasons("Rejected records", summary.rejectedRecords(), tally.rejected);
    section("Rule failures", summary.ruleFailures(), tally.failures);
    unreadable();
  }

  private void nothingClassified() {
    List<Counted> top = tally.unclassified.top(Commonest.LOOKED_AT);
    if (summary.rawLogs() == 0) {
      io.say("Nothing was classified: the inputs hold no logs. Check the paths of --input.");
    } else if (top.isEmpty()) {
      io.say("Nothing was classified: every log is longer than "
          + Text.number(Settings.DEFAULT_MAX_DOCUMENT_BYTES)
          + " bytes. Write one JSON value a line, each shorter than that.");
    } else {
      // Where a log comes close to a schema, that tells more than that others do not.
      Counted reason = top.stream()
          .filter(c -> c.word().startsWith(Tally.NEAREST))
          .findFirst()
          .orElse(top.get(0));
      io.say("Nothing was classified. The commonest reason (" + Text.number(reason.count()) + " of "
          + Text.number(tally.unclassified.lookedAt()) + "): " + reason.word() + ".");
      io.say(
          "Use --conf with schemas that fit and a source that is declared; --dead-letters FILE shows each log.");
    }
  }

  private void read() {
    double seconds = seconds(ledger.elapsed());
    String blank = summary.blankLines() == 0
        ? ""
        : ", and " + count(summary.blankLines(), "blank line", "blank lines");
    io.say("Read " + count(summary.rawLogs(), "raw log", "raw logs") + blank + ": "
        + Text.bytes(summary.bytes()) + " in " + seconds + " s ("
        + Text.speed(summary.bytes(), seconds) + ").");
  }

  private void classified() {
    String logs = count(summary.classified(), "raw log", "raw logs");
    io.say("Classified: " + logs + ", which gave " + count(summary.records(), "record", "records"));
    summary.recordsByLogType().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Object::toString)))
        .forEach(e -> item(e.getValue(), e.getKey().name()));
  }

  private void unchecked() {
    if (summary.uncheckedRecords() > 0) {
      io.say("Threat intelligence did not answer for "
          + count(summary.uncheckedRecords(), "record", "records")
          + ": rules that look at indicators may have missed something in them.");
    }
  }

  private void deadLetters() {
    reasons("Dead letters", summary.deadLetters(), tally.unclassified);
    if (tally.overlong > 0) {
      item(tally.overlong, "longer than the limit");
    }
  }

  private void section(String name, long total, Map<String, Long> counts) {
    io.say(name + ": " + Text.number(total));
    counts.forEach((word, count) -> item(count, word));
  }

  private void reasons(String name, long total, Commonest reasons) {
    io.say(name + ": " + Text.number(total)
        + (reasons.sawMore()
            ? " (reasons of the first " + Text.number(reasons.lookedAt()) + ":)"
            : ""));
    reasons.top(MOST_REASONS).forEach(counted -> item(counted.count(), counted.word()));
  }

  private void unreadable() {
    if (!ledger.unreadable().isEmpty()) {
      io.say("Unreadable inputs: " + ledger.unreadable().size());
      for (UnreadableInput input : ledger.unreadable()) {
        io.say("  " + input.name() + ": " + input.reason());
      }
    }
  }

  private void item(long count, String word) {
    String number = Text.number(count);
    io.say(" ".repeat(Math.max(0, 9 - number.length())) + number + "  " + word);
  }

  private static String count(long number, String one, String many) {
    return Text.count(number, one, many);
  }

  static double seconds(Duration elapsed) {
    return elapsed.toMillis() / MILLIS;
  }
}
