package io.streamalert.cli;

import io.streamalert.outputs.TerminalText;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventFindings;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.events.TestEvent;
import io.streamalert.testkit.mutation.MutationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Help.Ansi.Style;

/** Puts tests into lines: one for a test that passed, a block for all others or where more is wanted. */
final class TestLines {

  private static final String PASS = "Pass";
  private static final String FAIL = "Fail";
  private static final String BLOCK = "    ";
  private static final String INNER = "        ";

  private final boolean verbose;
  private final boolean colour;

  TestLines(boolean verbose, boolean colour) {
    this.verbose = verbose;
    this.colour = colour;
  }

  List<String> file(EventFile file, List<EventResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(TerminalText.clean("File: " + file.path()));
    file.problem()
        .ifPresent(problem -> lines.add(
            styled("File error: ", Style.fg_red) + TerminalText.clean(problem.toString())));
    results.forEach(result -> add(result, lines));
    return lines;
  }

  List<String> summary(TestTotals totals) {
    List<String> lines = new ArrayList<>(
        List.of("", "Summary:", "Total tests: " + totals.total(), "Pass: " + totals.passed()));
    lines.add(totals.failed() == 0 ? "Fail: 0" : styled("Fail: " + totals.failed(), Style.fg_red));
    if (totals.unreadable() > 0) {
      lines.add(styled("Unreadable files: " + totals.unreadable(), Style.fg_red));
    }
    return lines;
  }

  List<String> mutations(TestEnd end) {
    List<String> lines = new ArrayList<>(List.of("", "Mutations:"));
    for (MutationReport report : end.mutations()) {
      lines.add(report.rule()
          + ": "
          + score(report.killed(), report.mutants().size())
          + (report.isSparse() ? ", too few to say much" : ""));
      report
          .survivors()
          .forEach(change -> lines.add(TerminalText.clean(BLOCK + "survived: " + change)));
    }
    lines.add("All rules: " + score(end.killed(), end.mutants()));
    return lines;
  }

  private static String score(int killed, int mutants) {
    String share = mutants == 0 ? "" : " (" + 100L * killed / mutants + " %)";
    return killed + " of " + mutants + " mutants killed" + share;
  }

  private void add(EventResult result, List<String> lines) {
    TestEvent event = result.event();
    String status =
        result.fold(passed -> status(true), failed -> status(false), errored -> error());
    lines.add(String.format(Locale.ROOT, "Test #%02d: %s", event.index() + 1, status));
    if (verbose || !result.isPassed()) {
      lines.add(
          TerminalText.clean(BLOCK + "Description: " + event.description().replace('\n', ' ')));
      lines.addAll(result.<List<String>>fold(
          passed -> findings(event, passed.findings()),
          failed -> findings(event, failed.findings()),
          errored -> List.of()));
    }
    addAll("Reasons", result.reasons(), lines);
    addAll("Warnings", warnings(result), lines);
  }

  private static List<String> warnings(EventResult result) {
    return result.fold(
        passed -> passed.findings().warnings(),
        failed -> failed.findings().warnings(),
        errored -> errored.event().warnings().stream().map(Problem::toString).toList());
  }

  private List<String> findings(TestEvent event, EventFindings findings) {
    List<String> lines = new ArrayList<>();
    Set<LogType> types = findings.classifiedAs();
    boolean classified = types.size() == 1 && types.iterator().next().name().equals(event.log());
    lines.add(BLOCK + "Classification: " + status(classified));
    lines.add(
        INNER + "Classified type: " + list(types.stream().map(LogType::name).toList()));
    lines.add(INNER + "Expected type: " + TerminalText.clean(event.log()));
    if (findings.withRules() && classified) {
      boolean right = findings.triggeredRules().equals(findings.expectedRules());
      lines.add(BLOCK + "Rules: " + status(right));
      lines.add(INNER + "Triggered rules: " + list(findings.triggeredRules()));
      lines.add(INNER + "Expected rules: " + list(findings.expectedRules()));
      if (!findings.disabledRules().isEmpty()) {
        lines.add(INNER + "Disabled rules: " + list(findings.disabledRules()));
      }
    }
    return lines;
  }

  private static void addAll(String head, List<String> texts, List<String> lines) {
    if (!texts.isEmpty()) {
      lines.add(BLOCK + head + ":");
      texts.forEach(text -> lines.add(TerminalText.clean(INNER + text.replace('\n', ' '))));
    }
  }

  private static String list(Collection<String> names) {
    return names.isEmpty() ? "<none>" : TerminalText.clean(String.join(", ", names));
  }

  private String status(boolean good) {
    return good ? styled(PASS, Style.fg_green) : styled(FAIL, Style.fg_red);
  }

  private String error() {
    return styled("Error", Style.fg_red);
  }

  private String styled(String text, Style style) {
    return colour ? style.on() + text + style.off() : text;
  }
}
