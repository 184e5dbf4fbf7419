package io.streamalert.cli;

import io.streamalert.record.FieldValue;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a program of tests, by one JSON object at the end: of the last time, where they ran several times. */
final class JsonTestReport implements TestReport {

  private final Output out;
  private final boolean stats;
  private final boolean listUntested;
  private final List<Map<String, Object>> tests = new ArrayList<>();
  private final List<String> fileErrors = new ArrayList<>();

  JsonTestReport(Output out, boolean stats, boolean listUntested) {
    this.out = out;
    this.stats = stats;
    this.listUntested = listUntested;
  }

  @Override
  public void repeats(int time) {
    tests.clear();
    fileErrors.clear();
  }

  @Override
  public void file(EventFile file, List<EventResult> results) {
    file.problem().ifPresent(problem -> fileErrors.add(problem.toString()));
    results.forEach(result -> tests.add(fields(result)));
  }

  private static Map<String, Object> fields(EventResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", result.event().file());
    fields.put("index", result.event().index());
    fields.put("description", result.event().description());
    fields.put(
        "status", result.<String>fold(passed -> "passed", failed -> "failed", errored -> "error"));
    fields.put("reasons", result.reasons());
    return fields;
  }

  @Override
  public void end(TestTotals totals, List<String> untestedRules, RuleStatistics statistics) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("total", totals.total());
    all.put("passed", totals.passed());
    all.put("failed", totals.failed());
    all.put("tests", tests);
    all.put("file_errors", fileErrors);
    all.put("untested_rules", listUntested ? untestedRules : List.of());
    if (stats) {
      all.put(
          "statistics",
          statistics.slowestFirst().stream().map(JsonTestReport::fields).toList());
    }
    out.line(FieldValue.of(all).toJson());
  }

  private static Map<String, Object> fields(RuleStatistics.Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", entry.rule());
    fields.put("evaluations", entry.evaluations());
    fields.put("candidates", entry.candidates());
    fields.put("matches", entry.matches());
    fields.put("failures", entry.failures());
    fields.put("nanos", entry.nanos());
    return fields;
  }
}
