package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.classify.SchemaGroup.Element;
import io.streamalert.classify.SchemaGroup.Fit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The schemas that one source may hold, prepared for classifying its logs. Thread-safe. */
final class SourcePlan {

  private static final Comparator<Attempt> IN_ORDER =
      Comparator.comparingInt(a -> a.schema.order());

  private final @Nullable String cluster;
  private final List<SchemaGroup> groups;
  private final UnaryOperator<LogRecord> lastStep;

  SourcePlan(
      @Nullable String cluster,
      List<LogSchema> schemas,
      Function<LogSchema, Extraction> extractions,
      UnaryOperator<LogRecord> lastStep) {
    this.cluster = cluster;
    this.lastStep = lastStep;
    Map<Extraction, Map<LogSchema, Integer>> byExtraction = new LinkedHashMap<>();
    int order = 0;
    for (LogSchema schema : schemas) {
      byExtraction
          .computeIfAbsent(extractions.apply(schema), e -> new LinkedHashMap<>())
          .put(schema, order++);
    }
    this.groups = byExtraction.entrySet().stream()
        .map(e -> new SchemaGroup(e.getKey(), e.getValue()))
        .toList();
  }

  /** A schema to try on the candidates of its group. */
  private record Attempt(CompiledSchema schema, List<Element> elements) {}

  /** What a schema made of a payload, and how many candidates there were. */
  record Match(Classified classified, int candidates) {}

  /** The first schema in order that at least one candidate fits. */
  Optional<Match> classify(Payload payload, int firstCandidate) {
    for (Attempt attempt : attempts(payload)) {
      List<LogRecord> records = new ArrayList<>(attempt.elements.size());
      List<DeadLetter> rejected = new ArrayList<>(0);
      run(attempt, payload, firstCandidate, records, rejected);
      if (!records.isEmpty()) {
        var classified =
            new Classified(payload.log(), attempt.schema.schema().type(), records, rejected);
        return Optional.of(new Match(classified, attempt.elements.size()));
      }
    }
    return Optional.empty();
  }

  private List<Attempt> attempts(Payload payload) {
    List<Attempt> attempts = new ArrayList<>(2);
    for (SchemaGroup group : groups) {
      addTakers(group.elements(payload), attempts);
    }
    if (attempts.size() > 1) {
      attempts.sort(IN_ORDER);
    }
    return attempts;
  }

  /** Every schema that takes the keys of at least one element, each once. */
  private static void addTakers(List<Element> elements, List<Attempt> attempts) {
    int before = attempts.size();
    List<Fit> last = List.of();
    for (Element element : elements) {
      // Elements with the same keys, which is nearly all of a log, share one list.
      if (element.fits() != last) {
        last = element.fits();
        for (Fit fit : last) {
          addOnce(fit.schema(), elements, before, attempts);
        }
      }
    }
  }

  private static void addOnce(
      CompiledSchema schema, List<Element> elements, int before, List<Attempt> attempts) {
    for (int i = before; i < attempts.size(); i++) {
      if (attempts.get(i).schema == schema) {
        return;
      }
    }
    attempts.add(new Attempt(schema, elements));
  }

  private void run(
      Attempt attempt,
      Payload payload,
      int firstCandidate,
      List<LogRecord> records,
      List<DeadLetter> rejected) {
    int candidate = firstCandidate;
    for (Element element : attempt.elements) {
      long ordinal = payload.log().ordinal(candidate++);
      FieldValue content = content(attempt.schema, element);
      if (content == null) {
        FieldValue value = element.candidate().value();
        rejected.add(DeadLetter.of(
            payload.log(), ordinal, value, reason(attempt.schema, element.candidate())));
      } else {
        records.add(record(attempt.schema.schema(), content, payload, ordinal));
      }
    }
  }

  private LogRecord record(LogSchema schema, FieldValue content, Payload payload, long ordinal) {
    return lastStep.apply(LogRecord.builder(schema.type(), content)
        .from(payload.log(), ordinal)
        .cluster(cluster)
        .parser(schema.parser())
        .build());
  }

  private static @Nullable FieldValue content(CompiledSchema schema, Element element) {
    for (Fit fit : element.fits()) {
      if (fit.schema() == schema) {
        FieldValue converted = schema.convert(element.fields());
        return converted == null || fit.defaults().isEmpty()
            ? converted
            : converted.with(fit.defaults());
      }
    }
    return null;
  }

  private static String reason(CompiledSchema schema, Candidate candidate) {
    String why =
        candidate.problem().isEmpty() ? schema.reason(candidate.value()) : candidate.problem();
    return schema.schema().type() + ": " + why;
  }

  /** The first reason of every schema, in the order in which they are tried. */
  SchemaReasons reasons(Payload payload) {
    List<Reason> all = new ArrayList<>();
    groups.forEach(group -> addReasons(group, payload, all));
    all.sort(Comparator.comparingInt(r -> r.schema.order()));
    SchemaReasons reasons = new SchemaReasons();
    all.forEach(r -> reasons.add(r.schema.schema().type(), r.why, r.distance));
    return reasons;
  }

  private record Reason(CompiledSchema schema, String why, int distance) {}

  private static void addReasons(SchemaGroup group, Payload payload, List<Reason> reasons) {
    List<Candidate> candidates = group.extraction().from(payload);
    for (CompiledSchema schema : group.schemas()) {
      if (candidates.isEmpty()) {
        reasons.add(new Reason(schema, group.extraction().nothing(payload), bare(schema, payload)));
      } else {
        Candidate first = candidates.get(0);
        String why = first.problem().isEmpty() ? schema.reason(first.value()) : first.problem();
        reasons.add(new Reason(schema, why, schema.distance(first.value())));
      }
    }
  }

  /** How far the payload itself is from a record of the schema, had it only been at the path. */
  private static int bare(CompiledSchema schema, Payload payload) {
    int distance = payload.json().map(schema::distance).orElse(Integer.MAX_VALUE);
    return distance == Integer.MAX_VALUE ? distance : distance + 1;
  }
}
