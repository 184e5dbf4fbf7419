package io.streamalert.classify;

import io.streamalert.classify.Attempts.Attempt;
import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.classify.SchemaGroup.Element;
import io.streamalert.classify.SchemaGroup.Fit;
import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The schemas that one source may hold, prepared for classifying its logs. Thread-safe. */
final class SourcePlan {

  private final @Nullable String cluster;
  private final List<SchemaGroup> groups;
  private final PayloadPlan payloads;
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
    FieldNames outer = outerNames(byExtraction);
    this.groups = byExtraction.entrySet().stream()
        .map(e -> group(e.getKey(), e.getValue(), outer))
        .toList();
    this.payloads = new PayloadPlan(outer, groups);
  }

  /** The keys of a payload itself that say anything about which schemas it can fit. */
  private static FieldNames outerNames(Map<Extraction, Map<LogSchema, Integer>> byExtraction) {
    Set<String> names = new LinkedHashSet<>();
    byExtraction.forEach((extraction, schemas) -> {
      if (extraction instanceof WholePayload) {
        names.addAll(SchemaGroup.fieldNames(schemas.keySet()));
      }
      String key = extraction.takes().key();
      if (key != null) {
        names.add(key);
      }
    });
    return FieldNames.of(names);
  }

  private static SchemaGroup group(
      Extraction extraction, Map<LogSchema, Integer> schemas, FieldNames outer) {
    FieldNames names = extraction instanceof WholePayload
        ? outer
        : FieldNames.of(SchemaGroup.fieldNames(schemas.keySet()));
    return new SchemaGroup(extraction, schemas, names);
  }

  /** What a schema made of a payload, and how many candidates there were. */
  record Match(Classified classified, int candidates) {}

  /** The first schema in order that at least one candidate fits. */
  Optional<Match> classify(Payload payload, int firstCandidate) {
    Attempts attempts = new Attempts(payloads.groups(payload), payload);
    for (Attempt next = attempts.next(); next != null; next = attempts.next()) {
      List<LogRecord> records = records(next, payload, firstCandidate);
      if (!records.isEmpty()) {
        List<DeadLetter> rejected = rejected(next, payload, firstCandidate, records);
        var classified =
            new Classified(payload.log(), next.schema().schema().type(), records, rejected);
        return Optional.of(new Match(classified, next.elements().size()));
      }
    }
    return Optional.empty();
  }

  private List<LogRecord> records(Attempt attempt, Payload payload, int firstCandidate) {
    FieldValue envelope = attempt.schema().envelope(payload);
    if (envelope == null) {
      return List.of();
    }
    List<LogRecord> records = new ArrayList<>(attempt.elements().size());
    int candidate = firstCandidate;
    for (Element element : attempt.elements()) {
      long ordinal = payload.log().ordinal(candidate++);
      FieldValue content = content(attempt.schema(), element, envelope);
      if (content != null) {
        records.add(record(attempt.schema().schema(), content, payload, ordinal));
      }
    }
    return records;
  }

  private static @Nullable FieldValue content(
      CompiledSchema schema, Element element, FieldValue envelope) {
    Fit fit = element.fit(schema);
    return fit == null ? null : schema.content(element.fields(), envelope, fit.defaults());
  }

  private LogRecord record(LogSchema schema, FieldValue content, Payload payload, long ordinal) {
    return lastStep.apply(LogRecord.builder(schema.type(), content)
        .from(payload.log(), ordinal)
        .cluster(cluster)
        .parser(schema.parser())
        .build());
  }

  /** The elements that did not become one of the records. */
  private static List<DeadLetter> rejected(
      Attempt attempt, Payload payload, int firstCandidate, List<LogRecord> records) {
    if (records.size() == attempt.elements().size()) {
      return List.of();
    }
    List<DeadLetter> rejected = new ArrayList<>();
    int record = 0;
    for (int i = 0; i < attempt.elements().size(); i++) {
      long ordinal = payload.log().ordinal(firstCandidate + i);
      if (record < records.size() && records.get(record).ordinal() == ordinal) {
        record++;
      } else {
        Candidate candidate = attempt.elements().get(i).candidate();
        String why =
            attempt.schema().schema().type() + ": " + attempt.schema().reason(payload, candidate);
        rejected.add(DeadLetter.of(payload.log(), ordinal, candidate.value(), why));
      }
    }
    return rejected;
  }

  /** What each schema makes of a payload, in the order in which they are tried. */
  Trials trials(Payload payload) {
    return new Trials(groups, payload);
  }
}
