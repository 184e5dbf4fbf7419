package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.CommonFields;
import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.NamedFields;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema in terms of the numbered names of its group. */
final class CompiledSchema {

  private final LogSchema schema;
  private final int order;
  private final FieldNames names;
  private final Envelope envelope;
  private final LogPatterns patterns;
  private final @Nullable FieldType[] types;
  private final long[] required;
  private final long[] allowed;

  CompiledSchema(LogSchema schema, int order, FieldNames names) {
    this.schema = schema;
    this.order = order;
    this.names = names;
    this.envelope = Envelope.of(schema);
    this.patterns = LogPatterns.of(schema);
    this.types = new FieldType[names.size()];
    this.required = new long[(names.size() + Long.SIZE - 1) / Long.SIZE];
    this.allowed = required.clone();
    schema.fields().forEach(this::add);
  }

  private void add(String key, FieldType type) {
    int number = names.number(key);
    types[number] = type;
    allowed[number >> 6] |= 1L << number;
    if (!schema.optionalFields().contains(key)) {
      required[number >> 6] |= 1L << number;
    }
  }

  LogSchema schema() {
    return schema;
  }

  /** The place of the schema among all that a source may hold. */
  int order() {
    return order;
  }

  /** A schema without fields takes anything, even what is no map. */
  boolean takesAnything() {
    return schema.fields().isEmpty();
  }

  /** Whether a map with exactly these keys has the keys of this schema. */
  boolean takes(NamedFields found, long[] present) {
    if (takesAnything()) {
      return true;
    }
    if (found.hasUnknown() || found.map().kind() != Kind.MAP) {
      return false;
    }
    for (int i = 0; i < present.length; i++) {
      if (((required[i] & ~present[i]) | (present[i] & ~allowed[i])) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The empty values of the optional fields that are not among these. */
  CommonFields defaults(long[] present) {
    Map<String, FieldValue> defaults = new LinkedHashMap<>();
    for (String key : schema.fields().keySet()) {
      int number = names.number(key);
      if ((present[number >> 6] & 1L << number) == 0) {
        defaults.put(key, schema.fields().get(key).emptyValue());
      }
    }
    return CommonFields.of(defaults);
  }

  /**
   * The envelope that records of a payload carry: a missing value where the schema has none, and null
   * where the payload lacks it.
   */
  @Nullable
  FieldValue envelope(Payload payload) {
    if (envelope.isEmpty()) {
      return FieldValue.missing();
    }
    return payload.json().map(envelope::in).orElse(null);
  }

  /** The content of a record, or null where a value cannot be what it must. */
  @Nullable
  FieldValue content(NamedFields found, FieldValue around, CommonFields defaults) {
    FieldValue converted = convert(found);
    if (converted == null
        || (!patterns.isEmpty() && patterns.mismatch(converted, around).isPresent())) {
      return null;
    }
    if (converted.kind() != Kind.MAP) {
      return converted;
    }
    FieldValue content = around.exists() ? converted.with(Map.of(Envelope.KEY, around)) : converted;
    return content.with(defaults);
  }

  /** The values in the declared types. */
  @SuppressWarnings("ReferenceEquality") // whether it was changed, not whether it is equal
  private @Nullable FieldValue convert(NamedFields found) {
    Map<String, FieldValue> changes = Map.of();
    for (int i = 0; i < found.count(); i++) {
      FieldType type = types[found.number(i)];
      if (type == null || TypeConversion.fits(type.word(), found.kind(i))) {
        continue;
      }
      FieldValue before = found.value(i);
      FieldValue after = TypeConversion.convert(type, before);
      if (after == null) {
        return null;
      }
      if (after != before) {
        changes = changes.isEmpty() ? new HashMap<>() : changes;
        changes.put(names.name(found.number(i)), after);
      }
    }
    FieldValue map = found.mapWithNames();
    return changes.isEmpty() ? map : map.with(Collections.unmodifiableMap(changes));
  }

  /** The first thing that keeps a candidate from being a record of this schema. */
  String reason(Payload payload, Candidate candidate) {
    String around =
        envelope.isEmpty() ? "" : envelope.reason(payload.json().orElse(FieldValue.missing()));
    if (!around.isEmpty()) {
      return around;
    }
    return candidate.problem().isEmpty() ? reason(candidate.value(), payload) : candidate.problem();
  }

  private String reason(FieldValue value, Payload payload) {
    if (takesAnything()) {
      return patternReason(value, payload);
    }
    if (value.kind() != Kind.MAP) {
      return "is no map of fields";
    }
    Set<String> keys = value.fields().keySet();
    for (String key : schema.fields().keySet()) {
      if (!keys.contains(key) && !schema.optionalFields().contains(key)) {
        return "the key \"" + key + "\" is missing";
      }
    }
    for (String key : keys) {
      if (!schema.fields().containsKey(key)) {
        return "the key \"" + key + "\" is not in the schema";
      }
    }
    return conversionReason(value, payload);
  }

  private String conversionReason(FieldValue value, Payload payload) {
    for (Map.Entry<String, FieldType> field : schema.fields().entrySet()) {
      FieldValue before = value.at(field.getKey());
      if (before.exists() && TypeConversion.convert(field.getValue(), before) == null) {
        return "the field \"" + field.getKey() + "\" is no " + field.getValue();
      }
    }
    return patternReason(value, payload);
  }

  private String patternReason(FieldValue value, Payload payload) {
    NamedFields found = names.in(value);
    FieldValue converted = Objects.requireNonNull(convert(found));
    FieldValue around = Objects.requireNonNull(envelope(payload));
    return patterns
        .mismatch(converted, around)
        .map(field -> "the field \"" + field + "\" does not match its log pattern")
        .orElse("");
  }

  /** How many keys are missing or too many; all in vain where there is not one in common. */
  int distance(FieldValue value) {
    if (value.kind() == Kind.LIST) {
      return distance(value.elements().size());
    }
    Set<String> wrong = new LinkedHashSet<>(value.fields().keySet());
    int before = wrong.size();
    wrong.removeAll(schema.fields().keySet());
    if (wrong.size() == before) {
      return Integer.MAX_VALUE;
    }
    Set<String> missing = new LinkedHashSet<>(schema.fields().keySet());
    missing.removeAll(schema.optionalFields());
    missing.removeAll(value.fields().keySet());
    return wrong.size() + missing.size();
  }

  /** How far a text of so many columns is from one of this schema, which has a few more or less. */
  private int distance(int columns) {
    int difference = Math.abs(columns - schema.fields().size());
    return columns > 1 && 2 * difference <= schema.fields().size() ? difference : Integer.MAX_VALUE;
  }
}
