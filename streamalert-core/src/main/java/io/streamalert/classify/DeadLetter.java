package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.record.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A raw log, or one element of it, that did not become a record, with the reason and the bytes, so
 * that nothing is lost and it can be classified again once a schema was mended. Immutable.
 */
public final class DeadLetter {

  /** What a dead letter holds. */
  public enum Kind {
    /** A whole raw log, which counts as not classified. */
    RAW_LOG,
    /** One element of a raw log of which other elements are records. */
    ELEMENT
  }

  private final Kind kind;
  private final LogSource source;
  private final Position position;
  private final long ordinal;
  private final boolean piece;
  private final String reason;
  private final byte[] payload;
  private final Supplier<SchemaReasons> schemas;

  private DeadLetter(DeadLetter other, Supplier<SchemaReasons> schemas) {
    this.kind = other.kind;
    this.source = other.source;
    this.position = other.position;
    this.ordinal = other.ordinal;
    this.piece = other.piece;
    this.reason = other.reason;
    this.payload = other.payload;
    this.schemas = schemas;
  }

  private DeadLetter(Kind kind, RawLog log, long ordinal, String reason, byte[] payload) {
    this.schemas = SchemaReasons::new;
    this.kind = kind;
    this.source = log.source();
    this.position = log.position();
    this.ordinal = ordinal;
    this.piece = log.isPiece();
    this.reason = Objects.requireNonNull(reason, "reason");
    this.payload = payload;
  }

  /**
   * A dead letter of a whole raw log.
   *
   * @param log the raw log
   * @param reason why, without any value of it
   * @return the dead letter
   */
  public static DeadLetter of(RawLog log, String reason) {
    return new DeadLetter(Kind.RAW_LOG, log, log.firstOrdinal(), reason, log.toByteArray());
  }

  /**
   * A dead letter of one element.
   *
   * @param log the raw log
   * @param ordinal the number of the element among the candidate elements of the log
   * @param element the element
   * @param reason why, without any value of it
   * @return the dead letter
   */
  public static DeadLetter of(RawLog log, long ordinal, FieldValue element, String reason) {
    byte[] json = element.toJson().getBytes(StandardCharsets.UTF_8);
    return new DeadLetter(Kind.ELEMENT, log, ordinal, reason, json);
  }

  /** This letter, knowing how to find out why each schema refused it. */
  DeadLetter refusedBy(Supplier<SchemaReasons> reasons) {
    return new DeadLetter(this, reasons);
  }

  /**
   * The schema that came closest. Worked out at each call by going through all schemas again.
   *
   * @return its log type and the reason against it, or empty where no schema has a key in common with
   *     the payload, or where the reason already names one
   */
  public Optional<Unclassified.Nearest> nearest() {
    return schemas.get().nearest();
  }

  /**
   * Whether this is a whole raw log or an element.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Where the raw log came from.
   *
   * @return the source
   */
  public LogSource source() {
    return source;
  }

  /**
   * Where the raw log was read.
   *
   * @return the position
   */
  public Position position() {
    return position;
  }

  /**
   * Which element this is.
   *
   * @return the number among the candidate elements; of a whole raw log the number of its first
   */
  public long ordinal() {
    return ordinal;
  }

  /**
   * Whether the raw log was a {@linkplain RawLog#isPiece() piece of a larger document}.
   *
   * @return true if it was
   */
  public boolean isPiece() {
    return piece;
  }

  /**
   * The id that its first record would have.
   *
   * @return the id
   */
  public RecordId id() {
    return RecordId.of(position, ordinal);
  }

  /**
   * Why it did not become a record.
   *
   * @return the reason, without any value of the log
   */
  public String reason() {
    return reason;
  }

  /**
   * The bytes of the raw log, or the element as JSON.
   *
   * @return a copy
   */
  public byte[] payload() {
    return payload.clone();
  }

  /**
   * The form of dead letter files: {@code kind}, {@code service}, {@code resource}, {@code
   * position}, {@code ordinal}, {@code id}, {@code reason}, {@code nearest} and {@code
   * nearest_reason} where there is a {@linkplain #nearest() nearest schema}, and {@code payload} as
   * text or, where it is not UTF-8, {@code payload_base64}.
   *
   * @return one line of JSON
   */
  public String toJson() {
    StringBuilder out = new StringBuilder(payload.length + 300);
    try {
      writeJson(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Writes the form of {@link #toJson()} piece by piece, so that a payload of many megabytes is never
   * held as text as well.
   *
   * @param out receives one line of JSON, without a line break
   * @throws IOException if the receiver throws it
   */
  public void writeJson(Appendable out) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
    fields.put("service", source.service());
    fields.put("resource", source.resource());
    fields.put("position", position.toString());
    fields.put("ordinal", ordinal);
    fields.put("id", id().toString());
    fields.put("reason", reason);
    nearest().ifPresent(nearest -> {
      fields.put("nearest", nearest.type().name());
      fields.put("nearest_reason", nearest.reason());
    });
    String head = FieldValue.of(fields).toJson();
    boolean text = new PayloadText(payload).isText();
    out.append(head, 0, head.length() - 1)
        .append(text ? ",\"payload\":\"" : ",\"payload_base64\":\"");
    if (text) {
      new PayloadText(payload).writeText(out);
    } else {
      new PayloadText(payload).writeBase64(out);
    }
    out.append("\"}");
  }

  /** {@return place and reason, never the payload} */
  @Override
  public String toString() {
    return "DeadLetter[" + position + "#" + ordinal + ": " + reason + "]";
  }
}
