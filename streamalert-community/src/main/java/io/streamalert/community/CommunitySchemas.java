package io.streamalert.community;

import io.streamalert.classify.LogSchema;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.LogType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The log schemas that ship. Their files stand in this jar under {@code
 * io/streamalert/community/schemas}, in the format of a {@code conf/schemas} directory, to be copied
 * where one is to be changed.
 */
public final class CommunitySchemas {

  /** The order in which schemas are tried; a log belongs to the first that it fits. */
  private static final List<LogType> ORDER = List.of(
      LogType.of("cloudtrail:events"),
      LogType.of("cloudwatch:events"),
      LogType.of("osquery:differential"));

  private CommunitySchemas() {}

  /**
   * All schemas. Reads them at each call.
   *
   * @return the schemas in the order in which they are to be tried
   */
  public static List<LogSchema> all() {
    Map<LogType, LogSchema> schemas = ORDER.stream()
        .map(LogType::family)
        .distinct()
        .flatMap(family -> read(family + ".json").stream())
        .collect(Collectors.toMap(LogSchema::type, Function.identity()));
    return ORDER.stream()
        .map(type -> Objects.requireNonNull(schemas.get(type), type::name))
        .toList();
  }

  private static List<LogSchema> read(String file) {
    String resource = "schemas/" + file;
    try (InputStream json = CommunitySchemas.class.getResourceAsStream(resource)) {
      return StreamAlertConfig.readSchemas(resource, Objects.requireNonNull(json, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
