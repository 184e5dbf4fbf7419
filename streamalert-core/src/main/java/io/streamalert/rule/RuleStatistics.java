package io.streamalert.rule;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each rule of an engine did since the engine was made. Immutable. Numbers that are taken while
 * other threads run rules may be of slightly different moments.
 */
public final class RuleStatistics {

  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Entry> entries;

  RuleStatistics(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * What one rule did.
   *
   * @param rule its name
   * @param evaluations records of its log types; none of a rule that does not run
   * @param candidates records that met all that the spec demands, so that the rule's code was asked
   * @param matches alerts
   * @param failures how often it broke, also beside an alert
   * @param nanos how long matchers and code worked on the candidates, in nanoseconds, with what it
   *     took to make the alerts. The first 256 candidates of a rule are timed one by one, of the
   *     later ones one of 16, which then counts for all of these
   */
  public record Entry(
      String rule, long evaluations, long candidates, long matches, long failures, long nanos) {

    /**
     * Checks the name.
     *
     * @param rule its name
     * @param evaluations records of its log types
     * @param candidates records for which its code was asked
     * @param matches alerts
     * @param failures how often it broke
     * @param nanos how long its code worked, in nanoseconds
     */
    public Entry {
      Objects.requireNonNull(rule, "rule");
    }

    private Entry plus(Entry other) {
      return new Entry(
          rule,
          evaluations + other.evaluations,
          candidates + other.candidates,
          matches + other.matches,
          failures + other.failures,
          nanos + other.nanos);
    }

    /**
     * How long the rule's code works on one candidate.
     *
     * @return the mean in nanoseconds; 0 without any candidate
     */
    public long nanosPerCandidate() {
      return candidates == 0 ? 0 : nanos / candidates;
    }
  }

  /**
   * All rules.
   *
   * @return one entry a rule, in the order of the rules; unmodifiable
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * One rule.
   *
   * @param rule its name
   * @return what it did, or empty if there is no such rule
   */
  public Optional<Entry> of(String rule) {
    return entries.stream().filter(entry -> entry.rule().equals(rule)).findFirst();
  }

  /**
   * These numbers with those of another engine added.
   *
   * @param other numbers of the same rules, or of others, which come last
   * @return the sums
   */
  public RuleStatistics plus(RuleStatistics other) {
    Map<String, Entry> sums = new LinkedHashMap<>();
    entries.forEach(entry -> sums.put(entry.rule(), entry));
    other.entries.forEach(entry -> sums.merge(entry.rule(), entry, Entry::plus));
    return new RuleStatistics(List.copyOf(sums.values()));
  }

  /**
   * The rules that cost most first; of equal ones in the order of their names.
   *
   * @return one entry a rule; unmodifiable
   */
  public List<Entry> slowestFirst() {
    return entries.stream()
        .sorted(Comparator.comparingLong(Entry::nanos).reversed().thenComparing(Entry::rule))
        .toList();
  }

  /**
   * A table for people: a line for each rule whose code was asked, in the order of {@link
   * #slowestFirst()}.
   *
   * @return lines, each with a line break; empty if no code was asked
   */
  public String report() {
    List<Entry> asked =
        slowestFirst().stream().filter(entry -> entry.candidates() > 0).toList();
    return asked.isEmpty()
        ? ""
        : "  total ms  candidates   mean µs    matches  failures  rule\n"
            + asked.stream().map(RuleStatistics::line).collect(Collectors.joining());
  }

  private static String line(Entry entry) {
    return String.format(
        Locale.ROOT,
        "%10.1f  %10d  %8.1f  %9d  %8d  %s\n",
        entry.nanos() / NANOS_PER_MILLI,
        entry.candidates(),
        entry.nanosPerCandidate() / 1e3,
        entry.matches(),
        entry.failures(),
        entry.rule());
  }

  @Override
  public String toString() {
    return "RuleStatistics" + entries;
  }
}
