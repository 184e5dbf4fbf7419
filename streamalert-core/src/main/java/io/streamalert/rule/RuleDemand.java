package io.streamalert.rule;

import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a spec demands of a record before any code is asked: values of its normalised types, required
 * sub-keys, the condition, and those matchers that are conditions, up to the first one that is code.
 */
final class RuleDemand {

  /** A part of the demand, and what is said where it alone is not met; empty for what explains itself. */
  private record Part(Condition condition, String reason) {

    String whyNot(LogRecord record) {
      return reason.isEmpty() ? condition.explain(record).decisive().toString() : reason;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final List<Matcher> otherMatchers;

  private RuleDemand(RuleSpec spec) {
    addDataTypes(spec);
    if (!spec.requiredSubKeys().isEmpty()) {
      parts.add(new Part(
          Condition.allOf(spec.requiredSubKeys().entrySet().stream()
              .map(e -> Condition.hasSubKeys(e.getKey(), e.getValue().toArray(String[]::new)))
              .toArray(Condition[]::new)),
          "a required sub-key is not there: " + spec.requiredSubKeys()));
    }
    parts.add(new Part(spec.condition(), ""));
    List<Matcher> first = spec.matchers().stream()
        .takeWhile(matcher -> matcher.condition().isPresent())
        .toList();
    first.forEach(this::add);
    this.otherMatchers = spec.matchers().subList(first.size(), spec.matchers().size());
  }

  static RuleDemand of(RuleSpec spec) {
    return new RuleDemand(spec);
  }

  private void addDataTypes(RuleSpec spec) {
    if (!spec.dataTypes().isEmpty()) {
      Stream<Condition> present = spec.dataTypes().stream()
          .map(type ->
              Condition.field(LogRecord.NORMALIZATION_KEY, type).anyElement(Condition.always()));
      parts.add(new Part(
          Condition.anyOf(present.toArray(Condition[]::new)),
          "the record has no value of the normalised types " + spec.dataTypes()));
    }
  }

  private void add(Matcher matcher) {
    Optional<Condition> condition = matcher.condition();
    condition.ifPresent(
        test -> parts.add(new Part(test, "the matcher " + matcher.name() + " says no")));
  }

  /** All of it as one condition. */
  Condition whole() {
    Condition whole = parts.get(0).condition();
    for (Part part : parts.subList(1, parts.size())) {
      whole = whole.and(part.condition());
    }
    return whole;
  }

  /** The matchers that are to be asked besides. */
  List<Matcher> otherMatchers() {
    return otherMatchers;
  }

  /** Why a record that does not meet it does not, by the first part that it fails. */
  String whyNot(LogRecord record) {
    return parts.stream()
        .filter(part -> !part.condition().test(record))
        .findFirst()
        .map(part -> part.whyNot(record))
        .orElse("the rule answers differently each time");
  }
}
