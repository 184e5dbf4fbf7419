package io.streamalert.community;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.spi.RuleProvider;
import io.streamalert.testkit.mutation.MutationReport;
import io.streamalert.testkit.mutation.RuleMutations;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How well the cases describe the rules: small changes of each rule, and whether a case tells them. The
 * file {@code mutations.json} lists with reasons the changes that none tells, and the rules of which too
 * few changes are possible.
 */
class MutationScoreTest {

  private static final double LEAST_SCORE = 0.9;

  private static final List<MutationReport> REPORTS = new ArrayList<>();

  private final FieldValue listed = Samples.json(Samples.resource("mutations.json"));

  @BeforeAll
  static void mutate() throws IOException, URISyntaxException {
    Map<String, List<RuleCase>> cases =
        RuleCases.all().stream().collect(groupingBy(RuleCase::rule));
    ServiceLoader.load(RuleProvider.class).stream()
        .flatMap(provider -> provider.get().rules().stream())
        .map(rule -> report(rule, cases.get(rule.spec().name())))
        .forEach(REPORTS::add);
  }

  private static MutationReport report(Rule rule, List<RuleCase> cases) {
    List<LogRecord> triggering = new ArrayList<>();
    List<LogRecord> quiet = new ArrayList<>();
    cases.forEach(one -> (one.triggers() ? triggering : quiet).add(one.record(rule.spec())));
    return RuleMutations.of(rule, Clock.systemUTC(), RuleCase.TABLES).test(triggering, quiet);
  }

  @Test
  void casesTellNineInTenMutants() {
    double mutants =
        REPORTS.stream().mapToInt(report -> report.mutants().size()).sum();
    double killed = REPORTS.stream().mapToInt(MutationReport::killed).sum();

    assertThat(killed / mutants)
        .as("%.0f of %.0f", killed, mutants)
        .isGreaterThanOrEqualTo(LEAST_SCORE);
  }

  @Test
  void survivorsAreListed() {
    Map<String, List<String>> survivors = new TreeMap<>();
    REPORTS.stream()
        .filter(report -> !report.survivors().isEmpty())
        .forEach(report -> survivors.put(report.rule(), report.survivors()));

    assertThat(survivors).isEqualTo(listedSurvivors());
  }

  private Map<String, List<String>> listedSurvivors() {
    Map<String, List<String>> changes = new TreeMap<>();
    listed
        .at("survivors")
        .fields()
        .forEach((rule, entry) -> changes.put(
            rule,
            entry.at("changes").elements().stream().map(FieldValue::asText).toList()));
    return changes;
  }

  @Test
  void rulesOfFewMutantsAreListed() {
    assertThat(REPORTS.stream().filter(MutationReport::isSparse))
        .extracting(MutationReport::rule)
        .containsExactlyElementsOf(listed.at("sparse").fields().keySet());
  }

  @Test
  void whateverIsListedHasAReason() {
    assertThat(listed.at("sparse").fields().values())
        .allSatisfy(reason -> assertThat(reason.asText()).isNotBlank());
    assertThat(listed.at("survivors").fields().values())
        .allSatisfy(entry -> assertThat(entry.at("reason").asText()).isNotBlank());
  }
}
