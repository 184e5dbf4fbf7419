package io.streamalert.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One classified record: what a rule looks at. Every field can be read without a check for null:
 *
 * <pre>{@code
 * record.at("eventName").is("ConsoleLogin")
 * record.at("userIdentity", "type").asString()
 * }</pre>
 *
 * <p>Immutable and thread-safe. A record may keep the batch it was read from in memory; see {@link
 * #detached()}.
 */
public final class LogRecord {

  /** The key that holds the envelope of a record, as in StreamAlert 3.5. */
  public static final String ENVELOPE_KEY = "streamalert:envelope_keys";

  /** The key that holds normalised values and the record id, as in StreamAlert 3.5. */
  public static final String NORMALIZATION_KEY = "streamalert_normalization";

  /** The key, inside {@link #NORMALIZATION_KEY}, that holds the record id. */
  public static final String RECORD_ID_KEY = "streamalert_record_id";

  /** The key that holds the indicators found in a record, as in StreamAlert 3.5. */
  public static final String INDICATORS_KEY = "streamalert:ioc";

  private final LogType type;
  private final FieldValue content;
  private final LogSource source;
  private final Position position;
  private final long ordinal;
  private final @Nullable String cluster;
  private final String parser;
  // Computed at first use: most records trigger nothing and never need it. Racing threads compute
  // the same immutable value.
  private @Nullable RecordId id;

  private LogRecord(Builder parts, Position position) {
    this.type = parts.type;
    this.content = parts.content;
    this.source = parts.source;
    this.position = position;
    this.ordinal = parts.ordinal;
    this.cluster = parts.cluster;
    this.parser = parts.parser;
    this.id = parts.id;
  }

  private LogRecord(LogRecord other, FieldValue content) {
    this.type = other.type;
    this.content = content;
    this.source = other.source;
    this.position = other.position;
    this.ordinal = other.ordinal;
    this.cluster = other.cluster;
    this.parser = other.parser;
    this.id = other.id;
  }

  /**
   * Starts a record.
   *
   * @param type its log type
   * @param content its fields
   * @return a builder
   */
  public static Builder builder(LogType type, FieldValue content) {
    return new Builder(type, content);
  }

  /**
   * A record of its own, for tests: from {@code memory:records}, with a random id.
   *
   * @param type the name of its log type
   * @param json its fields as JSON
   * @return the record, as it is: no schema was asked, so no absent field was filled in
   * @throws IllegalArgumentException if the text is not JSON or the name is empty
   */
  public static LogRecord of(String type, String json) {
    return builder(LogType.of(type), FieldValue.parse(json)).build();
  }

  /**
   * The record's id.
   *
   * @return the id, which follows from {@link #position()} and {@link #ordinal()}, unless it was
   *     set because the place is no longer known
   */
  public RecordId id() {
    RecordId known = id;
    if (known == null) {
      known = RecordId.of(position, ordinal);
      id = known;
    }
    return known;
  }

  /**
   * The record's log type.
   *
   * @return the name of the schema that it fits
   */
  public LogType type() {
    return type;
  }

  /**
   * Where the record came from.
   *
   * @return the source of its raw log
   */
  public LogSource source() {
    return source;
  }

  /**
   * Where its raw log was read.
   *
   * @return the position
   */
  public Position position() {
    return position;
  }

  /**
   * The number of the record among all candidate elements of its raw log.
   *
   * @return the number, from 0
   */
  public long ordinal() {
    return ordinal;
  }

  /**
   * The cluster whose configuration names the source.
   *
   * @return the cluster, or empty where no clusters are configured
   */
  public Optional<String> cluster() {
    return Optional.ofNullable(cluster);
  }

  /**
   * The parser that read the record.
   *
   * @return {@code json}, {@code csv}, {@code kv}, {@code syslog}, or the name of an own parser
   */
  public String parser() {
    return parser;
  }

  /**
   * All fields.
   *
   * @return the fields as one value, a map for all but schemas without keys
   */
  public FieldValue content() {
    return content;
  }

  /**
   * A top-level field. One that its schema declares as optional and that was absent is not missing:
   * it holds the empty value of its type, such as empty text.
   *
   * <p>The key is taken literally: {@code "a.b"} is the key {@code a.b}, not a path.
   *
   * @param key its key
   * @return the value, or {@link FieldValue#missing()}
   */
  public FieldValue at(String key) {
    return content.at(key);
  }

  /**
   * A nested field.
   *
   * <p>Each argument is one key, taken literally: {@code "a.b"} is the key {@code a.b}, not a path.
   *
   * @param keys the keys from the outermost in
   * @return the value, or {@link FieldValue#missing()}
   */
  public FieldValue at(String... keys) {
    return content.at(keys);
  }

  /**
   * The field at a path.
   *
   * @param path the path
   * @return the value, or {@link FieldValue#missing()}
   */
  public FieldValue at(FieldPath path) {
    return content.at(path);
  }

  /**
   * This record with one top-level field set. Its id stays the same.
   *
   * @param key the key
   * @param value the value
   * @return the new record
   * @throws IllegalStateException if the content is no map
   */
  public LogRecord with(String key, FieldValue value) {
    return new LogRecord(this, content.with(key, value));
  }

  /**
   * A record with a field that follows from the others and is worked out when one of its own fields
   * is first looked at. A {@linkplain #detached() detached} record works it out anew when that is
   * wanted.
   *
   * @param key the field's name
   * @param derivation makes the field, a map
   * @return the new record
   */
  public LogRecord withDerived(String key, Derivation derivation) {
    return with(key, new DerivedMap(this, derivation));
  }

  /** Makes a map that follows from a record. Thread-safe. */
  public interface Derivation {

    /**
     * All keys that the map may have; who looks at others does not have it worked out.
     *
     * @return the keys, always the same
     */
    Set<String> keys();

    /**
     * Makes the map. It may be asked more than once for one record.
     *
     * @param record the record, without the map
     * @return the map, of equal records an equal one
     */
    FieldValue derive(LogRecord record);

    /**
     * Whether what the map adds of its own, keys included, is ASCII, so that a map of a record that
     * is ASCII is so too.
     *
     * @return false if it is not, or not known
     */
    boolean isAscii();
  }

  /**
   * This record without one top-level field. Its id stays the same.
   *
   * @param key the key; may be absent
   * @return the new record
   */
  public LogRecord without(String key) {
    if (!at(key).exists()) {
      return this;
    }
    Map<String, FieldValue> kept = new LinkedHashMap<>(content.fields());
    kept.remove(key);
    return withContent(FieldValue.map(kept));
  }

  /**
   * This record with other content. Its id stays the same.
   *
   * @param content the fields
   * @return the new record
   */
  public LogRecord withContent(FieldValue content) {
    return new LogRecord(this, Objects.requireNonNull(content, "content"));
  }

  /**
   * This record without the batch that it was read from, for keeping.
   *
   * @return a record with equal content and the same id
   */
  public LogRecord detached() {
    return detached(content);
  }

  private LogRecord detached(FieldValue content) {
    if (!(content instanceof OverlaidMap map)) {
      return new LogRecord(this, content.detached());
    }
    LogRecord base = detached(map.base());
    return new LogRecord(
        this,
        base.content.with(JsonText.detached(
            map.over(),
            value -> value instanceof DerivedMap derived
                ? derived.detachedWith(base)
                : value.detached())));
  }

  /**
   * The content as compact JSON.
   *
   * @return JSON text
   */
  public String toJson() {
    return content.toJson();
  }

  /** {@return type and id, never the content} */
  @Override
  public String toString() {
    return "LogRecord[" + type() + " " + id() + "]";
  }

  /** Collects the parts of a record. Not thread-safe. */
  public static final class Builder {

    private final LogType type;
    private final FieldValue content;
    private LogSource source = RawLog.IN_MEMORY;
    private @Nullable Position position;
    private long ordinal;
    private @Nullable RecordId id;
    private @Nullable String cluster;
    private String parser = "json";

    private Builder(LogType type, FieldValue content) {
      this.type = Objects.requireNonNull(type, "type");
      this.content = Objects.requireNonNull(content, "content");
    }

    /**
     * Sets source and place.
     *
     * @param log the raw log that the record is an element of
     * @param ordinal the number of the element in it, from 0; default 0
     * @return this
     */
    public Builder from(RawLog log, long ordinal) {
      this.source = log.source();
      return at(log.position(), ordinal);
    }

    /**
     * Sets the source.
     *
     * @param source where the record came from; default {@code memory:records}
     * @return this
     */
    public Builder source(LogSource source) {
      this.source = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets the place, from which the id follows.
     *
     * @param position where the raw log was read; default a random one
     * @param ordinal the number of the element in it, from 0
     * @return this
     */
    public Builder at(Position position, long ordinal) {
      this.position = Objects.requireNonNull(position, "position");
      this.ordinal = ordinal;
      return this;
    }

    /**
     * Sets the id, for a record of which only the id is known and not the place.
     *
     * @param id the id; default the one that follows from the place
     * @return this
     */
    public Builder id(RecordId id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * Sets the cluster.
     *
     * @param cluster the cluster's name, or null for none, the default
     * @return this
     */
    public Builder cluster(@Nullable String cluster) {
      this.cluster = cluster;
      return this;
    }

    /**
     * Sets the parser.
     *
     * @param parser the parser's name; default {@code json}
     * @return this
     */
    public Builder parser(String parser) {
      this.parser = Objects.requireNonNull(parser, "parser");
      return this;
    }

    /**
     * Makes the record.
     *
     * @return the record
     */
    public LogRecord build() {
      return new LogRecord(this, position == null ? RawLog.somewhere() : position);
    }
  }
}
