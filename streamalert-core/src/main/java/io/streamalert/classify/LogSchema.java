package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The schema of one log type: its fields, which of them may be absent, and how logs of it are
 * parsed. What {@code schemas/*.json} declares, or made in code:
 *
 * <pre>{@code
 * LogSchema.named("acme:login")
 *     .field("user", FieldType.string())
 *     .field("time", FieldType.integer())
 *     .optionalField("device", FieldType.any())
 *     .build()
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class LogSchema {

  private final LogType type;
  private final String parser;
  private final Map<String, FieldType> fields;
  private final Set<String> optionalFields;
  private final Map<String, FieldValue> options;

  private LogSchema(Builder parts) {
    this.type = parts.type;
    this.parser = parts.parser;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(parts.fields));
    this.optionalFields = Collections.unmodifiableSet(new LinkedHashSet<>(parts.optionalFields));
    this.options = Collections.unmodifiableMap(new LinkedHashMap<>(parts.options));
  }

  /**
   * Starts a schema.
   *
   * @param type the name of the log type, such as {@code acme:login}
   * @return a builder
   */
  public static Builder named(String type) {
    return new Builder(LogType.of(type));
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
   * The parser of its logs.
   *
   * @return {@code json}, {@code csv}, {@code kv}, {@code syslog}, or the name of a parser that was
   *     added
   */
  public String parser() {
    return parser;
  }

  /**
   * The top-level fields.
   *
   * @return types by key in the written order; unmodifiable
   */
  public Map<String, FieldType> fields() {
    return fields;
  }

  /**
   * The top-level fields that may be absent; a record then gets the type's empty value.
   *
   * @return their keys; unmodifiable
   */
  public Set<String> optionalFields() {
    return optionalFields;
  }

  /**
   * The options of the parser, as the {@code configuration} of a schema file has them.
   *
   * @return values by name; unmodifiable
   */
  public Map<String, FieldValue> options() {
    return options;
  }

  /**
   * One option.
   *
   * @param name its name
   * @return its value, missing where it is not set
   */
  public FieldValue option(String name) {
    return options.getOrDefault(Objects.requireNonNull(name, "name"), FieldValue.missing());
  }

  /**
   * Where in a JSON log its records are.
   *
   * @return the option {@code json_path}, such as {@code Records[*]}, or empty where the log itself
   *     is the record
   */
  public Optional<String> jsonPath() {
    return option("json_path").asString().filter(path -> !path.isEmpty());
  }

  /**
   * The fields around the records of a log that every record carries: the option {@code
   * envelope_keys}.
   *
   * @return types by key in the written order; empty where the schema has no envelope; unmodifiable
   * @throws IllegalArgumentException if the option is not of that form
   */
  public Map<String, FieldType> envelopeFields() {
    return Envelope.of(this).fields();
  }

  /** {@return the name of the log type} */
  @Override
  public String toString() {
    return "LogSchema[" + type + "]";
  }

  /** Collects the parts of a schema. Not thread-safe. */
  public static final class Builder {

    private final LogType type;
    private final Map<String, FieldType> fields = new LinkedHashMap<>();
    private final Set<String> optionalFields = new LinkedHashSet<>();
    private final Map<String, FieldValue> options = new LinkedHashMap<>();
    private String parser = "json";

    private Builder(LogType type) {
      this.type = type;
    }

    /**
     * Adds a field that every record has.
     *
     * @param key its key
     * @param fieldType its type
     * @return this
     */
    public Builder field(String key, FieldType fieldType) {
      fields.put(
          Objects.requireNonNull(key, "key"), Objects.requireNonNull(fieldType, "fieldType"));
      return this;
    }

    /**
     * Adds a field that may be absent. A record then gets the empty value of the type, so a rule sees
     * {@code ""}, {@code 0}, {@code false}, {@code []} or {@code {}} and never a missing field.
     *
     * @param key its key
     * @param fieldType its type
     * @return this
     */
    public Builder optionalField(String key, FieldType fieldType) {
      field(key, fieldType);
      optionalFields.add(key);
      return this;
    }

    /**
     * Sets the parser.
     *
     * @param name its name; default {@code json}
     * @return this
     */
    public Builder parser(String name) {
      this.parser = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets where in a JSON log the records are.
     *
     * @param path a path such as {@code Records[*]}; default the log itself
     * @return this
     */
    public Builder jsonPath(String path) {
      return option("json_path", FieldValue.of(path));
    }

    /**
     * Sets an option of the parser.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public Builder option(String name, FieldValue value) {
      options.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Makes the schema.
     *
     * @return the schema
     */
    public LogSchema build() {
      return new LogSchema(this);
    }
  }
}
