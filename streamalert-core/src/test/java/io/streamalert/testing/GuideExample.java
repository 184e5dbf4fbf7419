package io.streamalert.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamalert.classify.Classification;
import io.streamalert.classify.LogSchema;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An example of the guide: schemas, a log, and the records that the log gives. On a page they are three blocks in this
 * order, of which the first lines are {@code json schema}, {@code text log} and {@code json records}.
 *
 * @param schema the text of a schema file
 * @param log one JSON document, or lines of which each is a raw log
 * @param records a JSON map of log types to lists of records
 */
public record GuideExample(String schema, String log, String records) {

  private static final Pattern BLOCKS = Pattern.compile(
      "(?ms)^```json schema\\R(.*?)^```$.*?^```text log\\R(.*?)^```$.*?^```json records\\R(.*?)^```$");
  private static final LogSource SOURCE = LogSource.of("s3", "guide");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The examples of a page.
   *
   * @param page its text
   * @return the examples in their order
   */
  public static List<GuideExample> of(String page) {
    return BLOCKS.matcher(page).results().map(GuideExample::of).toList();
  }

  private static GuideExample of(MatchResult blocks) {
    return new GuideExample(blocks.group(1), blocks.group(2), blocks.group(3));
  }

  /**
   * The schemas of the example.
   *
   * @return the schemas in the written order
   */
  public List<LogSchema> schemas() {
    try {
      return StreamAlertConfig.readSchemas(
          "the schemas of the example",
          new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The raw logs in the log, cut as a file is.
   *
   * @return the raw logs, with the same positions each time
   */
  public List<RawLog> rawLogs() {
    List<String> texts = new JsonReader().read(log).isPresent()
        ? List.of(log.strip())
        : log.lines().toList();
    List<RawLog> logs = new ArrayList<>();
    for (String text : texts) {
      logs.add(RawLog.of(SOURCE, Position.of("guide", String.valueOf(logs.size())), text));
    }
    return logs;
  }

  /**
   * What the example says the log gives.
   *
   * @return lists of records by log type
   */
  public JsonNode expected() {
    return json(records);
  }

  /**
   * What outcomes give, in the form of {@link #expected()}.
   *
   * @param outcomes what became of the raw logs
   * @return lists of records by log type
   */
  public static JsonNode recordsOf(List<Classification> outcomes) {
    ObjectNode byType = JSON.createObjectNode();
    for (Classification outcome : outcomes) {
      for (LogRecord record : outcome.records()) {
        byType.withArrayProperty(record.type().name()).add(json(record.toJson()));
      }
    }
    return byType;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("an example is not JSON: " + text, e);
    }
  }
}
