package io.streamalert.classify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes schemas off the start of some bytes. Each byte chooses something, the digit 0 the first of
 * what there is, so that seeds can be written by hand: the number of schemas less one, and for each
 * its parser, its keys as a set of bits, which of them are optional, their types, and its options.
 */
final class FuzzedSchemas {

  private static final int MOST = 4;
  private static final List<String> PARSERS =
      List.of("json", "csv", "kv", "syslog", "json", "json", "json", "csv");

  private final ByteBuffer bytes;

  FuzzedSchemas(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /** The schemas. */
  List<LogSchema> take() {
    int count = 1 + number(MOST);
    List<LogSchema> schemas = new ArrayList<>();
    while (schemas.size() < count) {
      schemas.add(schema("t:" + schemas.size()));
    }
    return schemas;
  }

  /** The bytes that are left. */
  byte[] rest() {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  private LogSchema schema(String name) {
    String parser = choice(PARSERS);
    Map<String, FieldType> fields = fields();
    List<String> optional = keys(number(1 << SchemaParts.KEYS.size()));
    Map<String, ?> patterns = choice(SchemaParts.PATTERNS);
    return switch (parser) {
      case "json" ->
        SchemaParts.schema(
            name,
            parser,
            fields,
            optional,
            List.of(choice(SchemaParts.PLACES), choice(SchemaParts.ENVELOPES), patterns));
      case "csv" ->
        SchemaParts.schema(
            name, parser, fields, Set.of(), List.of(choice(SchemaParts.PLACES_OF_TEXT), patterns));
      default -> SchemaParts.schema(name, parser, fields, Set.of(), List.of(patterns));
    };
  }

  private Map<String, FieldType> fields() {
    List<String> keys = keys(number(1 << SchemaParts.KEYS.size()));
    int types = number(SchemaParts.TYPES.size());
    Map<String, FieldType> fields = new LinkedHashMap<>();
    for (String key : keys) {
      // Three steps on each time comes by all eight types.
      int type = (types + 3 * fields.size()) % SchemaParts.TYPES.size();
      fields.put(key, SchemaParts.TYPES.get(type));
    }
    return fields;
  }

  private static List<String> keys(int bits) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < SchemaParts.KEYS.size(); i++) {
      if ((bits & 1 << i) != 0) {
        keys.add(SchemaParts.KEYS.get(i));
      }
    }
    return keys;
  }

  private <T> T choice(List<T> choices) {
    return choices.get(number(choices.size()));
  }

  private int number(int bound) {
    return bytes.hasRemaining() ? Math.floorMod(bytes.get() - '0', bound) : 0;
  }
}
