package io.streamalert.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamalert.normalize.Artifact;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record as the journal holds it. Immutable and safe for use by many threads. */
public final class StoredRecord {

  private final RecordId id;
  private final Instant classified;
  private final Origin origin;
  private final byte[] json;
  private final List<Artifact> artifacts;

  /** Where a record came from, and how it was read. */
  record Origin(
      LogType type,
      LogSource source,
      @Nullable String cluster,
      String parser,
      Position position,
      long ordinal) {}

  /** Takes over the array. */
  StoredRecord(
      RecordId id, Instant classified, Origin origin, byte[] json, List<Artifact> artifacts) {
    this.id = id;
    this.classified = classified;
    this.origin = origin;
    this.json = json;
    this.artifacts = List.copyOf(artifacts);
  }

  /**
   * The record's id.
   *
   * @return the id
   */
  public RecordId id() {
    return id;
  }

  /**
   * When it was classified.
   *
   * @return the time, to the microsecond
   */
  public Instant classified() {
    return classified;
  }

  /**
   * The record's log type.
   *
   * @return the name of the schema that it fitted
   */
  public LogType type() {
    return origin.type;
  }

  /**
   * Where it came from.
   *
   * @return the source of its raw log
   */
  public LogSource source() {
    return origin.source;
  }

  /**
   * Where its raw log was read.
   *
   * @return the position
   */
  public Position position() {
    return origin.position;
  }

  /**
   * The cluster whose configuration named the source.
   *
   * @return the cluster, or empty where no clusters were configured
   */
  public Optional<String> cluster() {
    return Optional.ofNullable(origin.cluster);
  }

  /**
   * Its fields, with what normalizers and threat intelligence added.
   *
   * @return compact JSON
   */
  public String json() {
    return new String(json, UTF_8);
  }

  /**
   * Its artifacts.
   *
   * @return the artifacts in their order; unmodifiable
   */
  public List<Artifact> artifacts() {
    return artifacts;
  }

  /**
   * The record as it was added to the journal.
   *
   * @return a record with the same id and content; {@code NaN} and infinities have become text
   */
  public LogRecord toRecord() {
    return LogRecord.builder(origin.type, FieldValue.parse(json()))
        .id(id)
        .source(origin.source)
        .at(origin.position, origin.ordinal)
        .cluster(origin.cluster)
        .parser(origin.parser)
        .build();
  }

  /** {@return type and id, never the content} */
  @Override
  public String toString() {
    return "StoredRecord[" + type() + " " + id + "]";
  }
}
