package io.streamalert.testkit;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.record.RawLog;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A log for tests, of which only the fields that matter are said; all others come from the schema of
 * its type: empty values, and what the log patterns of the schema ask for.
 *
 * <pre>{@code
 * SampleLog fraud = SampleLog.of("duo:authentication").override("{\"result\": \"FRAUD\"}");
 * streamAlert.process(List.of(fraud.toRawLog(streamAlert.schemas())));
 * }</pre>
 *
 * <p>The log is written as its schema's parser reads it: as JSON with the records at their {@code
 * json_path}, embedded as text, or inside an envelope; as a CSV row, as keys and values, or as a
 * syslog line. Immutable and thread-safe.
 */
public final class SampleLog {

  private static final FieldValue NOTHING = FieldValue.map(Map.of());

  private final LogType type;
  private final FieldValue fields;
  private final FieldValue envelope;

  private SampleLog(LogType type, FieldValue fields, FieldValue envelope) {
    this.type = type;
    this.fields = fields;
    this.envelope = envelope;
  }

  /**
   * A log of which nothing is said but its type.
   *
   * @param logType the name of the log type, such as {@code duo:authentication}
   * @return the log
   */
  public static SampleLog of(String logType) {
    return new SampleLog(LogType.of(logType), NOTHING, NOTHING);
  }

  /**
   * The same log with some fields of its record said, over what was said before. Maps are merged key
   * by key, all other values are replaced.
   *
   * @param json a JSON map
   * @return the new log
   * @throws IllegalArgumentException if the text is not a JSON map
   */
  public SampleLog override(String json) {
    return new SampleLog(type, BlankLog.merge(fields, map(json)), envelope);
  }

  /**
   * The same as {@link #override(String)}.
   *
   * @param more from key to what {@link FieldValue#of} accepts
   * @return the new log
   */
  public SampleLog override(Map<String, ?> more) {
    return new SampleLog(type, BlankLog.merge(fields, FieldValue.of(more)), envelope);
  }

  /**
   * The same log with some fields around its record said: of the envelope of its schema, or other
   * keys beside the record. Merged as {@link #override(String)} does.
   *
   * @param json a JSON map
   * @return the new log
   * @throws IllegalArgumentException if the text is not a JSON map
   */
  public SampleLog envelope(String json) {
    return new SampleLog(type, fields, BlankLog.merge(envelope, map(json)));
  }

  /**
   * The same as {@link #envelope(String)}.
   *
   * @param more from key to what {@link FieldValue#of} accepts
   * @return the new log
   */
  public SampleLog envelope(Map<String, ?> more) {
    return new SampleLog(type, fields, BlankLog.merge(envelope, FieldValue.of(more)));
  }

  /**
   * The log type.
   *
   * @return its name
   */
  public LogType type() {
    return type;
  }

  /**
   * The record that the log holds, before it is classified.
   *
   * @param schemas the schemas among which that of the type is
   * @return a map with every key of the schema, optional ones too
   * @throws IllegalArgumentException if no schema is of the type
   */
  public FieldValue fields(Collection<LogSchema> schemas) {
    return record(schema(schemas));
  }

  /**
   * The log as text.
   *
   * @param schemas the schemas among which that of the type is
   * @return what a source would deliver
   * @throws IllegalArgumentException if no schema is of the type, or its parser or {@code json_path} is
   *     one for which no log can be written
   */
  public String text(Collection<LogSchema> schemas) {
    LogSchema schema = schema(schemas);
    FieldValue around = BlankLog.envelope(schema);
    return new SampleText(schema).write(record(schema), BlankLog.merge(around, envelope), envelope);
  }

  /**
   * The log as no source delivered it, see {@link RawLog#of(String)}.
   *
   * @param schemas the schemas among which that of the type is
   * @return the raw log, each time at another position
   * @throws IllegalArgumentException as {@link #text} does
   */
  public RawLog toRawLog(Collection<LogSchema> schemas) {
    return RawLog.of(text(schemas));
  }

  /**
   * The payload that the key {@code override_record} of a StreamAlert test event stands for: the empty
   * value of each key of the schema, or of its envelope where it has one, with the given ones over
   * them. What the log patterns of the schema ask for is not filled in.
   *
   * @param schema the schema
   * @param override the keys that are said
   * @return the payload
   */
  public static FieldValue overrideRecord(LogSchema schema, Map<String, ?> override) {
    return BlankLog.merge(BlankLog.payload(schema), FieldValue.of(override));
  }

  private FieldValue record(LogSchema schema) {
    return BlankLog.merge(BlankLog.record(schema), fields);
  }

  private LogSchema schema(Collection<LogSchema> schemas) {
    List<String> known = schemas.stream().map(schema -> schema.type().name()).toList();
    return schemas.stream()
        .filter(schema -> schema.type().equals(type))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(Problem.of("There is no schema of the log type " + type)
                .choose(type.name(), known)
                .toString()));
  }

  private static FieldValue map(String json) {
    FieldValue value = FieldValue.parse(Objects.requireNonNull(json, "json"));
    if (value.kind() != FieldValue.Kind.MAP) {
      throw new IllegalArgumentException("A JSON map of fields is needed, not a " + value.kind());
    }
    return value;
  }

  /** {@return the log type and the keys that are said, never their values} */
  @Override
  public String toString() {
    return "SampleLog[" + type + ", " + fields.fields().keySet() + "]";
  }
}
