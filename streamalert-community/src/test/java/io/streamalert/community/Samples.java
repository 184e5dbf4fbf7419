package io.streamalert.community;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the samples and schemas beside the tests, and classifies. */
final class Samples {

  private static final LogSource SOURCE = LogSource.of("s3", "acme-logs");

  private Samples() {}

  /** The sample of a log type; its values are invented. */
  static String of(LogType type) {
    return resource("samples/" + fileName(type));
  }

  static String fileName(LogType type) {
    return type.name().replace(':', '_') + (type.name().equals("pan") ? ".csv" : ".json");
  }

  static StreamAlert over(List<LogSchema> schemas) {
    return StreamAlert.builder().schemas(schemas).build();
  }

  /** Classifies by one schema alone. */
  static Classification alone(LogType type, String text) {
    return classify(over(List.of(schema(type))), text);
  }

  static LogSchema schema(LogType type) {
    return CommunitySchemas.all().stream()
        .filter(schema -> schema.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  static Classification classify(StreamAlert streamAlert, String text) {
    return streamAlert
        .classify(List.of(RawLog.of(SOURCE, Position.of("test", "sample"), text)))
        .get(0);
  }

  static FieldValue json(String text) {
    return new JsonReader(100).read(text).orElseThrow();
  }

  static String resource(String name) {
    try (InputStream found = CommunitySchemas.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(found, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folder(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(CommunitySchemas.class.getResource(name), name).toURI());
  }

  static List<String> fileNames(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
