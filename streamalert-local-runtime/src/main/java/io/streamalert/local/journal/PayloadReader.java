package io.streamalert.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamalert.normalize.Artifact;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RecordId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the payload of one block. For one use. */
final class PayloadReader {

  private static final int LOW_BITS = 0x7f;
  private static final int BITS = 7;

  private final ByteBuffer in;
  private final List<String> names = new ArrayList<>();
  private long lastTime;

  private PayloadReader(byte[] payload) {
    this.in = ByteBuffer.wrap(payload);
  }

  /**
   * Reads all records.
   *
   * @throws Damage if the payload does not hold just these
   */
  static List<StoredRecord> read(byte[] payload, int count) throws Damage {
    PayloadReader reader = new PayloadReader(payload);
    List<StoredRecord> records = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        records.add(reader.record());
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new Damage("the record at index " + records.size() + " of the block cannot be read");
    }
    if (reader.in.hasRemaining()) {
      throw new Damage("the block holds more than its " + count + " records");
    }
    return records;
  }

  private StoredRecord record() {
    RecordId id = RecordId.parse(new UUID(in.getLong(), in.getLong()).toString());
    lastTime += signed();
    boolean inCluster = (varint() & BlockBuilder.HAS_CLUSTER) != 0;
    LogType type = LogType.of(name());
    LogSource source = LogSource.of(name(), name());
    @Nullable String cluster = inCluster ? name() : null;
    String parser = name();
    Position position = position();
    StoredRecord.Origin origin =
        new StoredRecord.Origin(type, source, cluster, parser, position, varint());
    Instant time = Instant.EPOCH.plus(lastTime, ChronoUnit.MICROS);
    byte[] json = bytes();
    return new StoredRecord(id, time, origin, json, artifacts(id, type));
  }

  private Position position() {
    String kind = name();
    String[] parts = new String[count()];
    for (int i = 0; i < parts.length - 1; i++) {
      parts[i] = name();
    }
    if (parts.length > 0) {
      parts[parts.length - 1] = text();
    }
    return Position.of(kind, parts);
  }

  private List<Artifact> artifacts(RecordId id, LogType type) {
    int count = count();
    List<Artifact> artifacts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      artifacts.add(new Artifact(name(), id, type, name(), text()));
    }
    return artifacts;
  }

  private String name() {
    long number = varint();
    if (number == 0) {
      names.add(text());
      return names.get(names.size() - 1);
    }
    return names.get(index(number - 1, names.size()));
  }

  private String text() {
    return new String(bytes(), UTF_8);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[count()];
    in.get(bytes);
    return bytes;
  }

  /** A number of things that take at least a byte each. */
  private int count() {
    return index(varint(), in.remaining() + 1);
  }

  private static int index(long value, int limit) {
    if (value < 0 || value >= limit) {
      throw new IllegalArgumentException("A number is out of range");
    }
    return (int) value;
  }

  private long signed() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = in.get();
      value |= (long) (next & LOW_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("A number is too long");
  }
}
