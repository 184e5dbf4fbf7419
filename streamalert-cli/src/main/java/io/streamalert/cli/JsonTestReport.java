package io.streamalert.cli;

import io.streamalert.record.FieldValue;
import io.streamalert.rule.RuleStatistics;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.mutation.MutationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a program of tests, by one JSON object at the end: of the last time, where they ran several times. */
final class JsonTestReport implements TestReport {

  private final Output out;
  private final TestDetails details;
  private final List<Map<String, Object>> tests = new ArrayList<>();
  private final List<String> fileErrors = new ArrayList<>();

  JsonTestReport(Output out, TestDetails details) {
    this.out = out;
    this.details = details;
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
  public void end(TestEnd end) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("total", end.totals().total());
    all.put("passed", end.totals().passed());
    all.put("failed", end.totals().failed());
    all.put("tests", tests);
    all.put("file_errors", fileErrors);
    all.put("untested_rules", details.untested() ? end.untestedRules() : List.of());
    if (details.mutations()) {
      all.put("mutations", end.mutations().stream().map(JsonTestReport::fields).toList());
    }
    if (details.stats()) {
      all.put(
          "statistics",
          end.statistics().slowestFirst().stream().map(JsonTestReport::fields).toList());
    }
    out.line(FieldValue.of(all).toJson());
  }

  private static Map<String, Object> fields(MutationReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", report.rule());
    fields.put("mutants", report.mutants().size());
    fields.put("killed", report.killed());
    fields.put("score", report.score());
    fields.put("sparse", report.isSparse());
    fields.put("survivors", report.survivors());
    return fields;
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
