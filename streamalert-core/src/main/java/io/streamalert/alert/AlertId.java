package io.streamalert.alert;

import io.streamalert.record.RecordId;
import java.util.UUID;

/**
 * The id of an alert: the same rule on the same record gives the same id, however often the record
 * is read. A UUID of version 8; {@code docs/wire/identity.md} has the bytes and frozen vectors.
 * Immutable.
 */
public final class AlertId implements Comparable<AlertId> {

  private static final String SCHEME = "sa1a";
  private static final String MERGED_SCHEME = "sa1m";

  private final UUID uuid;

  private AlertId(UUID uuid) {
    this.uuid = uuid;
  }

  /**
   * The id of a rule's alert on a record.
   *
   * @param record the record's id
   * @param rule the rule's name
   * @return the id
   */
  public static AlertId of(RecordId record, String rule) {
    return new AlertId(RecordId.derive(SCHEME, record.toString(), rule));
  }

  /**
   * The id of an alert that was merged from several.
   *
   * @param rule the rule's name
   * @param oldest the id of the oldest part
   * @return the id
   */
  public static AlertId merged(String rule, AlertId oldest) {
    return new AlertId(RecordId.derive(MERGED_SCHEME, rule, oldest.toString()));
  }

  /**
   * Reads the text form; ids that Python StreamAlert wrote are of version 4 and fit as well.
   *
   * @param text a UUID
   * @return the id
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static AlertId parse(String text) {
    return new AlertId(UUID.fromString(text));
  }

  /**
   * The id as a UUID.
   *
   * @return the UUID
   */
  public UUID uuid() {
    return uuid;
  }

  /** Orders ids as their text forms are ordered. */
  @Override
  public int compareTo(AlertId other) {
    int high =
        Long.compareUnsigned(uuid.getMostSignificantBits(), other.uuid.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            uuid.getLeastSignificantBits(), other.uuid.getLeastSignificantBits());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlertId that && uuid.equals(that.uuid);
  }

  @Override
  public int hashCode() {
    return uuid.hashCode();
  }

  /** {@return the UUID in its usual text form} */
  @Override
  public String toString() {
    return uuid.toString();
  }
}
