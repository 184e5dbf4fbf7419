package io.streamalert.config;

import io.streamalert.config.SchemaDraft.Unfit;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts a schema of samples that are text. What the first sample may be is tried on all with fields
 * of text; the records that come out then tell the types.
 */
final class TextDrafting {

  private final String type;
  private final List<RawLog> samples;

  TextDrafting(String type, List<RawLog> samples) {
    this.type = type;
    this.samples = samples;
  }

  SchemaDraft draft() {
    Optional<String> first = text(samples.get(0));
    if (first.isEmpty()) {
      return new Unfit(0, "is neither UTF-8 text nor JSON");
    }
    Unfit furthest = new Unfit(
        0, "is neither JSON nor a syslog line, and has neither KEY=VALUE pairs nor columns");
    for (DraftCandidate candidate : new TextCandidates(type, first.get()).all()) {
      Optional<Unfit> misfit = candidate.misfit(samples);
      if (misfit.isEmpty()) {
        return typed(candidate);
      }
      if (misfit.get().sample() > furthest.sample()) {
        furthest = new Unfit(
            misfit.get().sample(),
            misfit.get().reason() + " (read as " + candidate.parser() + ", like those before it)");
      }
    }
    return furthest;
  }

  /** The text, also of a JSON string, as parsers see it. */
  private static Optional<String> text(RawLog sample) {
    return new JsonReader().read(sample).flatMap(FieldValue::asString).or(sample::text);
  }

  private SchemaDraft typed(DraftCandidate candidate) {
    List<FieldValue> records = candidate.records(samples);
    if (candidate.parser().equals("syslog")) {
      return candidate.tried(samples);
    }
    if (candidate.parser().equals("csv") && records.size() == samples.size()) {
      Optional<CsvHeader> header = CsvHeader.in(records);
      if (header.isPresent()) {
        return withHeader(candidate, header.get());
      }
    }
    return candidate.withFields(types(records)).tried(samples);
  }

  private SchemaDraft withHeader(DraftCandidate candidate, CsvHeader header) {
    Map<String, FieldValue> named = new LinkedHashMap<>();
    types(header.rest()).forEach((column, t) -> named.put(header.name(column), t));
    DraftCandidate typed = candidate.withFields(named);
    List<RawLog> logs = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (!header.places().contains(i)) {
        logs.add(samples.get(i));
      }
    }
    return typed.misfit(logs).isPresent()
        ? candidate.tried(samples)
        : typed.proposal(header.places());
  }

  private static Map<String, FieldValue> types(List<FieldValue> records) {
    Map<String, FieldValue> types = new LinkedHashMap<>();
    for (String field : records.get(0).fields().keySet()) {
      types.put(field, DraftType.ofTexts(records.stream().map(r -> r.at(field)).toList()));
    }
    return types;
  }
}
