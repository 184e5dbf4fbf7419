package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.classify.SchemaGroup.Element;
import io.streamalert.classify.SchemaGroup.Fit;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries every schema on one payload, without the short cuts of classification. */
final class Trials {

  private final List<SchemaGroup> groups;
  private final Payload payload;

  Trials(List<SchemaGroup> groups, Payload payload) {
    this.groups = groups;
    this.payload = payload;
  }

  /** A trial, its place in the order, and how far the payload is from the schema. */
  private record Tried(int order, SchemaTrial trial, int distance) {}

  /** The trials in the order in which schemas are tried. */
  List<SchemaTrial> all() {
    return tried().stream().map(Tried::trial).toList();
  }

  /** The reasons, and which schema came closest. */
  SchemaReasons reasons() {
    SchemaReasons reasons = new SchemaReasons();
    tried().forEach(t -> reasons.add(t.trial.type(), t.trial.reason(), t.distance));
    return reasons;
  }

  private List<Tried> tried() {
    List<Tried> tried = new ArrayList<>();
    for (SchemaGroup group : groups) {
      List<Element> elements = group.elements(payload);
      for (CompiledSchema schema : group.schemas()) {
        tried.add(elements.isEmpty() ? nothing(group, schema) : trial(schema, elements));
      }
    }
    tried.sort(Comparator.comparingInt(Tried::order));
    return tried;
  }

  private Tried nothing(SchemaGroup group, CompiledSchema schema) {
    String why = group.extraction().nothing(payload);
    return new Tried(
        schema.order(), new SchemaTrial(schema.schema().type(), 0, 1, why), bare(schema));
  }

  /** How far the payload itself is from a record of the schema, had it only been at the path. */
  private int bare(CompiledSchema schema) {
    int distance = payload.json().map(schema::distance).orElse(Integer.MAX_VALUE);
    return distance == Integer.MAX_VALUE ? distance : distance + 1;
  }

  private Tried trial(CompiledSchema schema, List<Element> elements) {
    FieldValue envelope = schema.envelope(payload);
    int parsed = 0;
    int invalid = 0;
    String reason = "";
    for (Element element : elements) {
      if (envelope != null && fits(schema, element, envelope)) {
        parsed++;
      } else {
        invalid += envelope == null ? 0 : 1;
        reason = reason.isEmpty() ? schema.reason(payload, element.candidate()) : reason;
      }
    }
    Candidate first = elements.get(0).candidate();
    return new Tried(
        schema.order(),
        new SchemaTrial(schema.schema().type(), parsed, invalid, reason),
        schema.distance(first.value()));
  }

  private static boolean fits(CompiledSchema schema, Element element, FieldValue envelope) {
    Fit fit = element.fit(schema);
    return fit != null && schema.content(element.fields(), envelope, fit.defaults()) != null;
  }
}
