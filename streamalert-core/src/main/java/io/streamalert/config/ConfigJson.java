package io.streamalert.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON of configuration files. */
final class ConfigJson {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private ConfigJson() {}

  /** The tree, or a missing node after a problem was noted. */
  static JsonNode parse(String file, byte[] json, ConfigProblems problems) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      problems.add(
          Problem.in(file, "is not JSON" + place(e.getLocation()) + ": " + e.getOriginalMessage())
              .mendedBy("Check the commas, quotes and brackets just before that place."));
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory cannot fail", e);
    }
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  static FieldValue value(JsonNode node) {
    try {
      return FieldValue.of(MAPPER.treeToValue(node, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always a value", e);
    }
  }

  static Map<String, JsonNode> fields(JsonNode map) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    map.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
    return fields;
  }
}
