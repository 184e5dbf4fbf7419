package io.streamalert.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamalert.alert.OutputId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file {@code outputs.json}, to be changed. What is not changed stays as it is. */
final class OutputsJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final ObjectNode root;

  private OutputsJson(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
  }

  /** Reads a file that was checked before; none is the same as an empty one. */
  static OutputsJson read(Path file) {
    try {
      JsonNode root =
          Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
      return new OutputsJson(file, (ObjectNode) root);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    }
  }

  /** Adds an output, or gives it other properties. */
  void put(OutputId id, Map<String, String> plain) {
    JsonNode service = root.get(id.service());
    if (plain.isEmpty() && !(service instanceof ObjectNode)) {
      addToList(id, service);
    } else {
      ObjectNode properties = JSON.createObjectNode();
      plain.forEach(properties::put);
      map(id.service(), service).set(id.descriptor(), properties);
    }
  }

  private void addToList(OutputId id, @Nullable JsonNode service) {
    ArrayNode list = service instanceof ArrayNode there ? there : root.putArray(id.service());
    if (indexIn(list, id.descriptor()) < 0) {
      list.add(id.descriptor());
    }
  }

  /** The map of a service; a list becomes one. */
  private ObjectNode map(String name, @Nullable JsonNode service) {
    if (service instanceof ObjectNode there) {
      return there;
    }
    ObjectNode map = JSON.createObjectNode();
    if (service != null) {
      service.forEach(descriptor -> map.putObject(descriptor.asText()));
    }
    root.set(name, map);
    return map;
  }

  /** Removes an output. */
  void remove(OutputId id) {
    JsonNode service = root.get(id.service());
    if (service instanceof ObjectNode map) {
      map.remove(id.descriptor());
    } else if (service instanceof ArrayNode list) {
      list.remove(indexIn(list, id.descriptor()));
    }
    if (service != null && service.isEmpty()) {
      root.remove(id.service());
    }
  }

  private static int indexIn(ArrayNode list, String descriptor) {
    int index = 0;
    while (index < list.size() && !list.get(index).asText().equals(descriptor)) {
      index++;
    }
    return index < list.size() ? index : -1;
  }

  /** Replaces the file. */
  void write() {
    Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.writeString(draft, text(root));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written.", e);
    }
  }

  /** As a person writes it. */
  static String text(Object json) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
    try {
      return JSON.writer(pretty).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and texts can be written as JSON", e);
    }
  }
}
