package io.streamalert.classify;

import io.streamalert.classify.DataSources.Declared;
import io.streamalert.classify.SourcePlan.Match;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The classifier over schemas: one plan for each set of log types that a source may hold. */
final class SchemaClassifier implements Classifier {

  private final Map<LogSource, SourcePlan> plans = new HashMap<>();
  private final Optional<SourcePlan> planForAny;
  private final int maxBytes;
  private final int maxDepth;

  SchemaClassifier(ClassifierBuilder parts, List<LogSchema> schemas) {
    this.maxBytes = parts.settings.maxDocumentBytes();
    this.maxDepth = parts.settings.maxDepth();
    for (LogSource source : parts.sources.declared()) {
      plans.put(source, plan(parts, parts.sources.find(source).orElseThrow(), schemas));
    }
    this.planForAny = parts.sources.forAny().map(all -> plan(parts, all, schemas));
  }

  private static SourcePlan plan(
      ClassifierBuilder parts, Declared declared, List<LogSchema> schemas) {
    List<LogSchema> allowed =
        schemas.stream().filter(s -> declared.allows(s.type())).toList();
    return new SourcePlan(declared.cluster(), allowed, parts::extraction, parts.lastStep);
  }

  @Override
  public List<Classification> classify(List<RawLog> batch) {
    JsonReader reader = new JsonReader(maxDepth);
    List<Classification> outcomes = new ArrayList<>(batch.size());
    for (RawLog log : batch) {
      outcomes.add(classify(log, reader));
    }
    return outcomes;
  }

  private Classification classify(RawLog log, JsonReader reader) {
    Optional<SourcePlan> plan = plan(log.source());
    if (plan.isEmpty()) {
      String why = "the source " + log.source() + " is not in the data_sources of any cluster";
      return unclassified(log, why, SchemaReasons::new);
    }
    if (log.size() > maxBytes) {
      return unclassified(log, "is longer than " + maxBytes + " bytes", SchemaReasons::new);
    }
    Payload payload = new Payload(log, reader);
    Optional<Match> match = plan.get().classify(payload, 0);
    return match.isPresent()
        ? match.get().classified()
        : new Elements(plan.get(), payload, reader).split();
  }

  @Override
  public List<SchemaTrial> explain(RawLog log) {
    Optional<SourcePlan> plan = plan(log.source());
    return plan.isEmpty() || log.size() > maxBytes
        ? List.of()
        : plan.get().trials(new Payload(log, new JsonReader(maxDepth))).all();
  }

  private Optional<SourcePlan> plan(LogSource source) {
    return planForAny.or(() -> Optional.ofNullable(plans.get(source)));
  }

  /** A list that fits nothing as a whole is tried element by element. */
  private final class Elements {
    private final SourcePlan plan;
    private final Payload payload;
    private final JsonReader reader;
    private final RawLog log;

    Elements(SourcePlan plan, Payload payload, JsonReader reader) {
      this.plan = plan;
      this.payload = payload;
      this.reader = reader;
      this.log = payload.log();
    }

    Classification split() {
      List<FieldValue> elements = payload.json().map(FieldValue::elements).orElse(List.of());
      // Looked at first, because outcomes are much larger than the elements of a list of numbers.
      return elements.stream().anyMatch(element -> match(element, 0).isPresent())
          ? new Split(log, outcomes(elements))
          : unclassified(plan, payload);
    }

    private List<Classification> outcomes(List<FieldValue> elements) {
      List<Classification> outcomes = new ArrayList<>(elements.size());
      int candidate = 0;
      for (FieldValue element : elements) {
        Optional<Match> match = match(element, candidate);
        outcomes.add(
            match.isPresent()
                ? match.get().classified()
                : refused(plan, log, element, log.ordinal(candidate)));
        candidate += match.map(Match::candidates).orElse(1);
      }
      return outcomes;
    }

    private Optional<Match> match(FieldValue element, int firstCandidate) {
      return plan.classify(Payload.element(log, element, reader), firstCandidate);
    }
  }

  private Unclassified unclassified(SourcePlan plan, Payload payload) {
    String problem = payload.json().isPresent() ? "" : ", not JSON: " + payload.jsonProblem();
    Supplier<SchemaReasons> reasons =
        () -> plan.trials(new Payload(payload.log(), new JsonReader(maxDepth))).reasons();
    return unclassified(payload.log(), "fits no schema" + problem, reasons);
  }

  private static Unclassified unclassified(
      RawLog log, String why, Supplier<SchemaReasons> reasons) {
    return new Unclassified(log, DeadLetter.of(log, why).refusedBy(reasons), why, reasons);
  }

  private Unclassified refused(SourcePlan plan, RawLog log, FieldValue element, long ordinal) {
    String why = "element fits no schema";
    Supplier<SchemaReasons> reasons = () ->
        plan.trials(Payload.element(log, element, new JsonReader(maxDepth))).reasons();
    DeadLetter letter = DeadLetter.of(log, ordinal, element, why).refusedBy(reasons);
    return new Unclassified(log, letter, why, reasons);
  }
}
