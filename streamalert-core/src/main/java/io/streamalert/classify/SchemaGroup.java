package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.CommonFields;
import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.NamedFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a source whose records are taken out of a payload in the same way, so that a
 * payload is taken apart once for all of them. Thread-safe.
 */
final class SchemaGroup {

  private final Extraction extraction;
  private final FieldNames names;
  private final List<CompiledSchema> schemas;
  private final List<Fit> takesAnything;
  private final ByKeySet<List<Fit>> fits = new ByKeySet<>(this::fits);

  /**
   * A group.
   *
   * @param orders the schemas, each with its place among all that the source may hold
   * @param names at least the names of all their fields
   */
  SchemaGroup(Extraction extraction, Map<LogSchema, Integer> orders, FieldNames names) {
    this.extraction = extraction;
    this.names = names;
    this.schemas = orders.entrySet().stream()
        .map(e -> new CompiledSchema(e.getKey(), e.getValue(), names))
        .toList();
    this.takesAnything = schemas.stream()
        .filter(CompiledSchema::takesAnything)
        .map(schema -> new Fit(schema, CommonFields.of(Map.of())))
        .toList();
  }

  /** The names of all fields of some schemas. */
  static Set<String> fieldNames(Set<LogSchema> schemas) {
    Set<String> all = new LinkedHashSet<>();
    schemas.forEach(schema -> all.addAll(schema.fields().keySet()));
    return all;
  }

  /** A schema that takes a set of keys, and the values that it adds to them. */
  record Fit(CompiledSchema schema, CommonFields defaults) {}

  /** A candidate record and the schemas that take its keys. */
  record Element(Candidate candidate, NamedFields fields, List<Fit> fits) {

    /** How a schema takes it, or null. */
    @Nullable
    Fit fit(CompiledSchema schema) {
      for (Fit fit : fits) {
        if (fit.schema() == schema) {
          return fit;
        }
      }
      return null;
    }
  }

  Extraction extraction() {
    return extraction;
  }

  List<CompiledSchema> schemas() {
    return schemas;
  }

  /** The place of its first schema among all. */
  int order() {
    return schemas.get(0).order();
  }

  /** The candidate records of a payload. */
  List<Element> elements(Payload payload) {
    List<Candidate> candidates = extraction.from(payload);
    List<Element> elements = new ArrayList<>(candidates.size());
    Optional<FieldValue> whole = payload.json();
    for (Candidate candidate : candidates) {
      elements.add(element(candidate, payload, whole.orElse(null)));
    }
    return elements;
  }

  @SuppressWarnings("ReferenceEquality") // the payload itself, whose keys are known already
  private Element element(Candidate candidate, Payload payload, @Nullable FieldValue whole) {
    NamedFields found = candidate.value() == whole
        ? payload.named(names, candidate.value())
        : names.in(candidate.value());
    if (!candidate.problem().isEmpty()) {
      return new Element(candidate, found, List.of());
    }
    // A value without any known key is seldom a map, so it is not worth remembering.
    boolean ordinary = found.count() > 0 && !found.hasUnknown();
    return new Element(candidate, found, ordinary ? fits.get(found) : extraordinary(found));
  }

  private List<Fit> extraordinary(NamedFields found) {
    return found.hasUnknown() ? takesAnything : fits(found);
  }

  private List<Fit> fits(NamedFields found) {
    long[] bits = found.bits();
    List<Fit> taking = new ArrayList<>();
    for (CompiledSchema schema : schemas) {
      if (schema.takes(found, bits)) {
        taking.add(new Fit(
            schema, schema.takesAnything() ? CommonFields.of(Map.of()) : schema.defaults(bits)));
      }
    }
    return List.copyOf(taking);
  }
}
