package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The JSON Schemas that ship, each read when it is first asked for. Not thread-safe. */
final class ConfigSchemas {

  /** The kinds of files that have a schema; the schema's name is that of the kind. */
  static final List<String> KINDS = List.of(
      ConfigFile.SCHEMAS,
      ConfigFile.CLUSTERS,
      "global",
      "outputs",
      "secrets",
      "lookup_tables",
      "threat_intel",
      "normalized_types",
      "lambda",
      "scheduled_queries");

  static final String SUFFIX = ".schema.json";

  private static final String FOLDER = "schema/";

  private final Map<String, FieldValue> documents = new HashMap<>();

  /** The schema of a kind of file, to walk along. */
  SchemaNode root(String kind) {
    String document = kind + SUFFIX;
    return new SchemaNode(this, document, document(document), SchemaNode.Status.HONOURED);
  }

  /** A schema as JSON, by the name of its file. */
  FieldValue document(String name) {
    return documents.computeIfAbsent(name, ConfigSchemas::read);
  }

  private static FieldValue read(String name) {
    try (InputStream json = ConfigSchemas.class.getResourceAsStream(FOLDER + name)) {
      byte[] bytes = Objects.requireNonNull(json, name).readAllBytes();
      return new JsonReader().read(bytes).orElseThrow(() -> new IllegalStateException(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
