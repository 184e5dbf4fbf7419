package io.streamalert.cli;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a JSON file that a person has written, which may hold secrets. */
final class PropertyFile {

  private static final int LIMIT_BYTES = 1 << 20;

  private PropertyFile() {}

  /** A map from property to value. */
  static Map<String, String> values(Path file, Io io) {
    return values(read(file, io));
  }

  /** The same of a map that was read. */
  static Map<String, String> values(FieldValue map) {
    Map<String, String> values = new LinkedHashMap<>();
    map.fields().forEach((name, value) -> values.put(name, value.asText()));
    return values;
  }

  /** The map that a file, or standard input, holds. */
  static FieldValue read(Path file, Io io) {
    try (InputStream in = open(file, io)) {
      byte[] content = in.readNBytes(LIMIT_BYTES + 1);
      return new JsonReader()
          .read(content)
          .filter(json -> json.kind() == FieldValue.Kind.MAP && content.length <= LIMIT_BYTES)
          .orElseThrow(() -> UserError.wrongUse("The file " + file
              + " is no JSON map of at most 1 MiB. See: streamalert outputs generate-skeleton"
              + " --help"));
    } catch (IOException e) {
      throw UserError.wrongUse("The file " + file + " cannot be read ("
          + e.getClass().getSimpleName() + "). Name a file that can.");
    }
  }

  private static InputStream open(Path file, Io io) throws IOException {
    return file.toString().equals(Output.STANDARD) ? io.in() : Files.newInputStream(file);
  }
}
