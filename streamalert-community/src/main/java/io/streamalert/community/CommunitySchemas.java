package io.streamalert.community;

import io.streamalert.classify.LogSchema;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.LogType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The log schemas that ship: the 65 of StreamAlert 3.5, and {@code cloudtrail:record} for records of
 * CloudTrail that stand alone, without the {@code Records} list around them. Their files stand in
 * this jar under {@code io/streamalert/community/schemas}, in the format of a {@code conf/schemas}
 * directory, to be copied where one is to be changed.
 */
public final class CommunitySchemas {

  /**
   * The files in the order in which their schemas are tried: by name, but osquery before fleet, whose
   * only schema fits most results of osquery too. What {@code priority} says of ghe is the order of
   * its file.
   */
  private static final List<String> FAMILIES = List.of(
      "aliyun",
      "binaryalert",
      "box",
      "carbonblack",
      "cloudtrail",
      "cloudwatch",
      "duo",
      "osquery",
      "fleet",
      "ghe",
      "gsuite",
      "okta",
      "onelogin",
      "packetbeat",
      "pan",
      "slack",
      "streamquery",
      "trendmicro");

  /** No type of StreamAlert 3.5, so it may only take what none of those takes. */
  private static final LogType LAST = LogType.of("cloudtrail:record");

  private CommunitySchemas() {}

  /**
   * All schemas. Reads them at each call.
   *
   * @return the schemas in the order in which they are to be tried
   */
  public static List<LogSchema> all() {
    return FAMILIES.stream()
        .flatMap(family -> read(family + ".json").stream())
        .sorted(Comparator.comparing(schema -> schema.type().equals(LAST)))
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
