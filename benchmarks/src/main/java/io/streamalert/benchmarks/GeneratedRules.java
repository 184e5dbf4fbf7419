package io.streamalert.benchmarks;

import io.streamalert.community.CommunityRules;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes rules of the shape of those that ship, as a large company has them beside these. Each keeps the
 * log type and the field of a rule that ships, and takes its value from the workload; code compares a
 * second field.
 *
 * <p>The first nine copies take any of the values, so that most records meet some. The others take the rarest
 * of some, for the more rules there are, the rarer is what they look for. Where the field has few values,
 * so that every record would meet many rules, the condition has a second field with many. Types that
 * the workload lacks get made-up values. Rules that look at no field are not copied.
 */
final class GeneratedRules {

  private static final int ORDINARY_COPIES = 9;
  private static final int DRAWS = 12;
  private static final int FEW = 20;

  private static final Map<String, String> FIELD_BY_TYPE = Map.of(
      "binaryalert", "NumMatchedRules",
      "cloudtrail:events", "eventName",
      "cloudwatch:events", "detail.eventName",
      "duo:administrator", "action",
      "duo:authentication", "result",
      "fleet:results", "columns.bad_action",
      "ghe:general", "action",
      "onelogin:events", "event_type_id",
      "osquery:differential", "name",
      "packetbeat:dns", "dns.question.name");

  /** Where the field is another than that of most rules of the type. */
  private static final Map<String, String> FIELD_BY_RULE = Map.of(
      "config_compliance", "eventSource",
      "cloudtrail_root_account_usage", "detail.userIdentity.type",
      "duo_lookup_tables_example", "access_device.browser",
      "guard_duty_all", "detail-type",
      "packetbeat_blacklisted_ip", "dest.ip",
      "sample_demisto", "hostIdentifier");

  /** A field with some hundred values, for the code. */
  private static final Map<String, String> SECOND_FIELD = Map.of(
      "cloudtrail:events", "userAgent",
      "cloudwatch:events", "detail.userAgent");

  /** A field that has hardly any value twice. */
  private static final Map<String, String> RARE_FIELD = Map.of(
      "cloudtrail:events", "sourceIPAddress",
      "cloudwatch:events", "detail.sourceIPAddress");

  private final Chance chance = new Chance(Workload.SEED);
  private final FieldValues values = new FieldValues();

  /** Makes so many copies of each rule. */
  List<GeneratedRule> copies(int count) {
    List<GeneratedRule> copies = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      for (Rule rule : new CommunityRules().rules()) {
        RuleSpec spec = rule.spec();
        String field = field(spec);
        if (!field.isEmpty()) {
          copies.add(copy(spec, type(spec), field, number));
        }
      }
    }
    return copies;
  }

  private static String type(RuleSpec spec) {
    return spec.logs().stream().findFirst().map(type -> type.name()).orElse("");
  }

  private static String field(RuleSpec spec) {
    return FIELD_BY_RULE.getOrDefault(spec.name(), FIELD_BY_TYPE.getOrDefault(type(spec), ""));
  }

  private GeneratedRule copy(RuleSpec original, String type, String field, int number) {
    String name = original.name() + "_" + number;
    int distinct = values.counts(type, path(field)).size();
    if (distinct == 0) {
      return checkedByCode(name, type, new Clause(field, name), new Clause(field, name));
    }
    if (distinct < FEW) {
      String rare = RARE_FIELD.getOrDefault(type, field);
      FieldValue record = recordWithRare(type, rare);
      return conditionAlone(name, type, clause(field, record), clause(rare, record));
    }
    boolean rare = number > ORDINARY_COPIES;
    Clause needed = new Clause(field, value(type, field, rare));
    String second = SECOND_FIELD.getOrDefault(type, "");
    return checkedByCode(
        name,
        type,
        needed,
        second.isEmpty() ? needed : new Clause(second, value(type, second, rare)));
  }

  private FieldValue recordWithRare(String type, String field) {
    Map<String, Integer> counts = values.counts(type, path(field));
    return Stream.generate(() -> anyOf(values.records(type)))
        .limit(DRAWS)
        .min(Comparator.comparing(record -> counts.get(clause(field, record).value())))
        .orElseThrow();
  }

  private String value(String type, String field, boolean rare) {
    Map<String, Integer> counts = values.counts(type, path(field));
    List<String> distinct = List.copyOf(counts.keySet());
    return Stream.generate(() -> anyOf(distinct))
        .limit(rare ? DRAWS : 1)
        .min(Comparator.comparing(counts::get))
        .orElseThrow();
  }

  private <T> T anyOf(List<T> list) {
    return list.get(chance.below(list.size()));
  }

  private static GeneratedRule checkedByCode(
      String name, String type, Clause needed, Clause second) {
    String[] keys = second.keys();
    String value = second.value();
    Rule rule = Rule.of(
        RuleSpec.named(name).logs(type).where(needed.condition()).build(),
        (record, context) -> record.at(keys).is(value));
    return new GeneratedRule(rule, needed.condition(), RulerPatterns.of(type, needed, second));
  }

  private static GeneratedRule conditionAlone(
      String name, String type, Clause first, Clause needed) {
    Condition both = first.condition().and(needed.condition());
    Rule rule = Rule.of(RuleSpec.named(name).logs(type).where(both).build());
    return new GeneratedRule(rule, needed.condition(), RulerPatterns.of(type, first, needed));
  }

  private static Clause clause(String field, FieldValue record) {
    return new Clause(field, record.at(path(field).toArray(String[]::new)).asText());
  }

  private static List<String> path(String field) {
    return List.of(field.split("\\."));
  }

  /**
   * A field is a text.
   *
   * @param field its path, with dots
   * @param value the text
   */
  record Clause(String field, String value) {

    /** The same objects in every rule, as literals in code are. */
    String[] keys() {
      return path(field).stream().map(String::intern).toArray(String[]::new);
    }

    Condition condition() {
      return Condition.field(keys()).is(value);
    }
  }
}
