package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The fields and limits of a service, from a file beside this class that names where the vendor
 * says so. A message must hold nothing else, and nothing that is longer.
 */
final class WireFields {

  private static final String WHOLE = "$";

  private record Field(String kind, int limit, boolean required) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();

  private WireFields() {}

  static WireFields of(String service) {
    WireFields all = new WireFields();
    text(service + ".fields")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +"))
        .forEach(words -> all.fields.put(
            words[0],
            new Field(
                words[1],
                words.length > 2 && words[2].matches("[0-9]+")
                    ? Integer.parseInt(words[2])
                    : Integer.MAX_VALUE,
                words[words.length - 1].equals("required"))));
    return all;
  }

  private static String text(String name) {
    try (InputStream in = WireFields.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(String body) {
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(body)).isTrue();
    Field whole = fields.getOrDefault(WHOLE, new Field("map", Integer.MAX_VALUE, true));
    assertThat(body.getBytes(StandardCharsets.UTF_8).length)
        .as("bytes of the message")
        .isLessThanOrEqualTo(whole.limit());
    checkMap("", FieldValue.parse(body));
  }

  private void checkMap(String path, FieldValue map) {
    String start = path.isEmpty() ? "" : path + ".";
    map.fields().forEach((name, value) -> check(start + name, value));
    fields.forEach((known, field) -> {
      String name = known.startsWith(start) ? known.substring(start.length()) : "";
      if (field.required() && name.matches("\\w+")) {
        assertThat(map.at(name).exists()).as("%s is there", known).isTrue();
      }
    });
  }

  private void check(String path, FieldValue value) {
    Field field = fields.get(path);
    assertThat(field).as("%s is a known field", path).isNotNull();
    switch (Objects.requireNonNull(field).kind()) {
      case "any" -> {}
      case "text" ->
        assertThat(value.asString().orElseThrow()).as(path).hasSizeLessThanOrEqualTo(field.limit());
      case "flag" -> assertThat(value.kind()).as(path).isEqualTo(Kind.BOOLEAN);
      case "list" -> {
        assertThat(value.kind()).as(path).isEqualTo(Kind.LIST);
        assertThat(value.elements()).as(path).hasSizeLessThanOrEqualTo(field.limit());
        value.elements().forEach(element -> check(path + "[]", element));
      }
      case "map" -> {
        assertThat(value.kind()).as(path).isEqualTo(Kind.MAP);
        checkMap(path, value);
      }
      default ->
        assertThat(value.asText()).as(path).isIn((Object[]) field.kind().split("\\|"));
    }
  }
}
