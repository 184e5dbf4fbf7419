package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in a JSON Schema that ships, and what it says of the key that leads there. */
final class SchemaNode {

  private static final String EXTENSION = "x-streamalert";
  private static final String REFERENCE = "$ref";

  /** What becomes of a key, as the schema's own keyword {@code x-streamalert} has it. */
  enum Status {
    /** It does here what it does there. */
    HONOURED,
    /** Its value is checked, nothing else. */
    CHECKED,
    /** It does nothing, which is told. */
    IGNORED,
    /** It does nothing, and needs no telling: it concerns what is deployed on AWS. */
    QUIET,
    /** What needs it cannot be used. */
    REFUSED;

    /** Whether a wrong value can be passed over. */
    boolean isUnused() {
      return this == IGNORED || this == QUIET;
    }
  }

  private final ConfigSchemas schemas;
  private final String document;
  private final FieldValue node;
  private final Status inherited;

  SchemaNode(ConfigSchemas schemas, String document, FieldValue node, Status inherited) {
    this.schemas = schemas;
    this.document = document;
    this.node = node;
    this.inherited = inherited;
  }

  FieldValue keyword(String name) {
    return node.at(name);
  }

  /** A part of {@code x-streamalert}. */
  Optional<String> extension(String name) {
    return node.at(EXTENSION, name).asString();
  }

  /** What becomes of the key: what its schema says, else what holds for the key around it. */
  Status status() {
    return extension("status")
        .map(status -> Status.valueOf(status.toUpperCase(Locale.ROOT)))
        .orElse(inherited);
  }

  /** The keys that are known by name, without those for editors. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(node.at("properties").fields().keySet());
    keys.remove("$schema");
    return keys;
  }

  /** Known keys, and what holds for each. */
  Map<String, SchemaNode> properties() {
    Map<String, SchemaNode> properties = new LinkedHashMap<>();
    node.at("properties").fields().forEach((key, value) -> properties.put(key, below(value)));
    return properties;
  }

  /** What holds for keys that are not known by name; empty where there are none, or any at all. */
  Optional<SchemaNode> anyOther() {
    return nested("additionalProperties");
  }

  /** What holds for the elements of a list. */
  Optional<SchemaNode> items() {
    return nested("items");
  }

  /** What holds for a key. */
  Optional<SchemaNode> at(String key) {
    FieldValue property = node.at("properties", key);
    return property.exists() ? Optional.of(below(property)) : anyOther();
  }

  /** What holds behind keys and positions; the last that is known where they lead out of it. */
  SchemaNode along(Iterable<String> path) {
    SchemaNode place = this;
    for (String step : path) {
      Optional<SchemaNode> next = place.at(step).or(place::items);
      if (next.isEmpty()) {
        return place;
      }
      place = next.get();
    }
    return place;
  }

  private Optional<SchemaNode> nested(String keyword) {
    FieldValue schema = node.at(keyword);
    return schema.kind() == Kind.MAP ? Optional.of(below(schema)) : Optional.empty();
  }

  private SchemaNode below(FieldValue schema) {
    return schema
        .at(REFERENCE)
        .asString()
        .map(reference -> referred(reference, schema))
        .orElseGet(() -> new SchemaNode(schemas, document, schema, status()));
  }

  /** What the reference leads to, with what is said beside it. */
  private SchemaNode referred(String reference, FieldValue beside) {
    int hash = reference.indexOf('#');
    String target = hash == 0 ? document : reference.substring(0, hash);
    FieldValue definition =
        schemas.document(target).at("$defs", reference.substring(reference.lastIndexOf('/') + 1));
    return new SchemaNode(schemas, target, definition.with(beside.fields()), status());
  }
}
