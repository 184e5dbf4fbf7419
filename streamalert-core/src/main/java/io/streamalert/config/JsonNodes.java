package io.streamalert.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Values as the validator wants them. Made without Jackson's mapper: that one would read the files
 * otherwise than we do, and its start alone takes longer than all the rest.
 */
final class JsonNodes implements NodeReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public JsonNode readTree(String json, InputFormat format) {
    return of(FieldValue.parse(json));
  }

  @Override
  public JsonNode readTree(InputStream json, InputFormat format) throws IOException {
    JsonReader reader = new JsonReader();
    return of(reader
        .read(json.readAllBytes())
        .orElseThrow(() -> new IOException("Not JSON: " + reader.problem())));
  }

  static JsonNode of(FieldValue value) {
    return switch (value.kind()) {
      case MISSING -> NODES.missingNode();
      case NULL -> NODES.nullNode();
      case BOOLEAN -> NODES.booleanNode(value.isTruthy());
      case INTEGER, FLOAT -> number(value);
      case STRING -> new Text(value.asText());
      case LIST -> list(value);
      case MAP -> map(value);
    };
  }

  /** Beyond 64 bits the nearest double; what has none, such as NaN, is no number for JSON. */
  private static JsonNode number(FieldValue value) {
    OptionalLong whole = value.asLong();
    if (whole.isPresent()) {
      return NODES.numberNode(whole.getAsLong());
    }
    double number = value.asDouble().orElse(Double.NaN);
    return Double.isFinite(number) ? NODES.numberNode(number) : new Text("NaN");
  }

  private static ArrayNode list(FieldValue value) {
    ArrayNode list = NODES.arrayNode();
    value.elements().forEach(element -> list.add(of(element)));
    return list;
  }

  private static ObjectNode map(FieldValue value) {
    ObjectNode map = NODES.objectNode();
    value.fields().forEach((key, field) -> map.set(key, of(field)));
    return map;
  }

  /** The validator prints texts of schemas, for which Jackson would start its mapper. */
  private static final class Text extends TextNode {

    private static final long serialVersionUID = 1L;

    Text(String text) {
      super(text);
    }

    @Override
    public String toString() {
      return '"' + textValue() + '"';
    }
  }
}
