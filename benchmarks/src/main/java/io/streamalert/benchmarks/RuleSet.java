package io.streamalert.benchmarks;

import io.streamalert.StreamAlert;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.event.ruler.Machine;

/** The rules that ship with some generated ones, ready to run here and in event-ruler. */
final class RuleSet {

  private static final int COUNTED_BATCHES = 40;

  /** What a record must meet for the code of a rule to be asked. */
  private record Needed(Rule rule, Condition condition) {

    boolean isMetBy(LogRecord record) {
      return condition.test(record)
          && rule.spec().matchers().stream().allMatch(matcher -> matcher.matches(record));
    }
  }

  private final List<Needed> rules = new ArrayList<>();
  private final StreamAlert streamAlert;
  private final Machine machine;

  private RuleSet(List<GeneratedRule> copies) throws IOException {
    new CommunityRules()
        .rules()
        .forEach(rule -> rules.add(new Needed(rule, rule.spec().condition())));
    copies.forEach(copy -> rules.add(new Needed(copy.rule(), copy.needed())));
    this.streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .rules(copies.stream().map(GeneratedRule::rule).toList())
        .build();
    this.machine = RulerPatterns.machine(copies);
  }

  /** So many times as many rules as ship. */
  static RuleSet times(int factor) throws IOException {
    return new RuleSet(new GeneratedRules().copies(factor - 1));
  }

  StreamAlert streamAlert() {
    return streamAlert;
  }

  Machine machine() {
    return machine;
  }

  int size() {
    return rules.size();
  }

  /** How many rules a record of the first batches meets the needed field of, on average. */
  double candidates(Logs logs) {
    Map<String, List<Needed>> byType = rules.stream()
        .filter(needed -> !needed.rule().spec().isDisabled())
        .filter(needed -> !needed.rule().spec().logs().isEmpty())
        .collect(Collectors.groupingBy(
            needed -> needed.rule().spec().logs().iterator().next().name()));
    long records = 0;
    long candidates = 0;
    for (List<RawLog> batch : logs.batches().stream().limit(COUNTED_BATCHES).toList()) {
      for (LogRecord record : records(batch)) {
        records++;
        candidates += byType.getOrDefault(record.type().name(), List.of()).stream()
            .filter(needed -> needed.isMetBy(record))
            .count();
      }
    }
    return (double) candidates / records;
  }

  private List<LogRecord> records(List<RawLog> batch) {
    return streamAlert.classify(batch).stream()
        .flatMap(outcome -> outcome.records().stream())
        .toList();
  }
}
