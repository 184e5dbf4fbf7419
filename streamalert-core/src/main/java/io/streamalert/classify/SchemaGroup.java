package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.NamedFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The schemas of a source whose records are taken out of a payload in the same way, so that a
 * payload is taken apart once for all of them. Thread-safe.
 */
final class SchemaGroup {

  // Which schemas take a set of keys is remembered by set. A source has a few dozen such sets;
  // where
  // two fall on one place, the later one stays, which costs time only.
  private static final int REMEMBERED = 1 << 10;

  private final Extraction extraction;
  private final FieldNames names;
  private final List<CompiledSchema> schemas;
  private final KeySet notAMap;
  private final AtomicReferenceArray<KeySet> remembered = new AtomicReferenceArray<>(REMEMBERED);

  SchemaGroup(Extraction extraction, Map<LogSchema, Integer> orders) {
    this.extraction = extraction;
    Set<String> all = new LinkedHashSet<>();
    orders.keySet().forEach(schema -> all.addAll(schema.fields().keySet()));
    this.names = FieldNames.of(all);
    this.schemas = orders.entrySet().stream()
        .map(e -> new CompiledSchema(e.getKey(), e.getValue(), names))
        .toList();
    NamedFields none = names.in(FieldValue.missing());
    this.notAMap = keySet(none);
  }

  /** A schema that takes a set of keys, and the values that it adds to them. */
  record Fit(CompiledSchema schema, Map<String, FieldValue> defaults) {}

  /** A set of keys and the schemas that take it. */
  private static final class KeySet {
    private final long[] bits;
    private final List<Fit> fits;

    KeySet(long[] bits, List<Fit> fits) {
      this.bits = bits;
      this.fits = fits;
    }
  }

  /** A candidate record and the schemas that take its keys. */
  record Element(Candidate candidate, NamedFields fields, List<Fit> fits) {}

  Extraction extraction() {
    return extraction;
  }

  List<CompiledSchema> schemas() {
    return schemas;
  }

  /** The candidate records of a payload. */
  List<Element> elements(Payload payload) {
    List<Candidate> candidates = extraction.from(payload);
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Element> elements = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      NamedFields found = names.in(candidate.value());
      elements.add(
          new Element(candidate, found, candidate.problem().isEmpty() ? fits(found) : List.of()));
    }
    return elements;
  }

  private List<Fit> fits(NamedFields found) {
    if (found.hasUnknown() || found.count() == 0) {
      return found.hasUnknown() ? notAMap.fits : keySet(found).fits;
    }
    int place = found.bitsHash() & REMEMBERED - 1;
    KeySet known = remembered.get(place);
    if (known == null || !found.hasBits(known.bits)) {
      known = keySet(found);
      remembered.set(place, known);
    }
    return known.fits;
  }

  private KeySet keySet(NamedFields found) {
    long[] bits = found.bits();
    List<Fit> fits = new ArrayList<>();
    for (CompiledSchema schema : schemas) {
      if (schema.takes(found, bits)) {
        fits.add(new Fit(schema, schema.takesAnything() ? Map.of() : schema.defaults(bits)));
      }
    }
    return new KeySet(bits, List.copyOf(fits));
  }
}
