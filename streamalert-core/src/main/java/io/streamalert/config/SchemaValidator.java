package io.streamalert.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import io.streamalert.record.FieldValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds files against the JSON Schemas that ship. It knows these schemas and nothing else: it loads
 * nothing from anywhere, and of JSON Schema it knows the keywords that they use, none of which is a
 * regular expression. Not thread-safe.
 */
final class SchemaValidator {

  private static final String BASE = "streamalert:/config/";

  private final ConfigSchemas schemas;
  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new HashMap<>();

  SchemaValidator(ConfigSchemas schemas) {
    this.schemas = schemas;
    this.registry = registry(schemas);
  }

  /** Knows where our schemas are, and no other place. */
  static SchemaRegistry registry(ConfigSchemas schemas) {
    SchemaRegistryConfig config = SchemaRegistryConfig.builder()
        .messageSource((key, message, locale, arguments) -> key)
        .build();
    SchemaLoader loader = new SchemaLoader(
        List.of(),
        List.of(iri -> load(schemas, iri)),
        iri -> iri.toString().startsWith(BASE),
        iri -> false);
    return SchemaRegistry.withDialect(
        SchemaKeywords.dialect(),
        builder ->
            builder.nodeReader(new JsonNodes()).schemaLoader(loader).schemaRegistryConfig(config));
  }

  /**
   * Something that does not fit.
   *
   * @param keyword the keyword of JSON Schema that it breaks
   * @param path the keys and positions that lead to the place
   * @param element whether the last of them is a position in a list
   * @param property the key that is missing or unknown, where the keyword is about one
   * @param asked what the schema asks for by that keyword
   */
  record Finding(
      String keyword, List<String> path, boolean element, String property, List<String> asked) {}

  List<Finding> check(String kind, FieldValue root) {
    Schema schema = compiled.computeIfAbsent(kind, this::compile);
    return schema.validate(JsonNodes.of(root)).stream()
        .map(SchemaValidator::finding)
        .toList();
  }

  private Schema compile(String kind) {
    String document = kind + ConfigSchemas.SUFFIX;
    return registry.getSchema(
        SchemaLocation.of(BASE + document), JsonNodes.of(schemas.document(document)));
  }

  private static InputStreamSource load(ConfigSchemas schemas, AbsoluteIri iri) {
    FieldValue document = schemas.document(iri.toString().substring(BASE.length()));
    return () -> new ByteArrayInputStream(document.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static Finding finding(Error error) {
    NodePath location = error.getInstanceLocation();
    List<String> path = new ArrayList<>();
    for (int i = 0; i < location.getNameCount(); i++) {
      path.add(location.getName(i));
    }
    boolean element = !path.isEmpty() && location.getElement(-1) instanceof Integer;
    String property = error.getProperty() == null ? "" : error.getProperty();
    return new Finding(error.getKeyword(), path, element, property, asked(error.getSchemaNode()));
  }

  /** What stands behind the keyword, as texts. */
  private static List<String> asked(JsonNode keyword) {
    List<String> texts = new ArrayList<>();
    keyword.forEach(element -> texts.add(element.asText()));
    return keyword.isArray() ? texts : List.of(keyword.asText());
  }
}
