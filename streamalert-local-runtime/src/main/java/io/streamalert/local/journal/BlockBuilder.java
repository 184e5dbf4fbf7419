package io.streamalert.local.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.streamalert.normalize.Artifact;
import io.streamalert.record.LogRecord;
import io.streamalert.record.Position;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes records for the journal, one block after the other; the work of this is done here, so that appending is only
 * writing. A builder belongs to one thread, and holds up to 8 MiB between two blocks.
 */
public final class BlockBuilder implements AutoCloseable {

  static final int HAS_CLUSTER = 1;

  private static final int LEVEL = 1;
  private static final int MOST_KEPT = 4 << 20;

  private final PayloadWriter payload = new PayloadWriter();
  private final @Nullable ZstdCompressCtx zstd;
  private byte[] compressed = new byte[0];
  private int records;
  private int artifacts;
  private long earliest;
  private long latest;
  private long lastTime;

  /** Makes a builder that has no records yet. */
  public BlockBuilder() {
    this(compressor());
  }

  private BlockBuilder(@Nullable ZstdCompressCtx zstd) {
    this.zstd = zstd;
  }

  /** A builder whose blocks are as where zstd cannot be used. */
  static BlockBuilder uncompressed() {
    return new BlockBuilder(null);
  }

  /** Where the native library does not load, blocks are larger, and all else is the same. */
  private static @Nullable ZstdCompressCtx compressor() {
    try {
      return new ZstdCompressCtx().setLevel(LEVEL);
    } catch (LinkageError noNativeLibrary) {
      return null;
    }
  }

  /**
   * Adds a record and the artifacts that a normalizer made of it.
   *
   * @param record the record
   * @param classified when it was classified; kept to the microsecond
   * @return this builder
   * @throws IllegalStateException if the block would be larger than 1 GiB without compression; the
   *     builder can then only be closed
   */
  public BlockBuilder add(LogRecord record, Instant classified) {
    payload.putLong(record.id().uuid().getMostSignificantBits());
    payload.putLong(record.id().uuid().getLeastSignificantBits());
    putTime(ChronoUnit.MICROS.between(Instant.EPOCH, classified));
    putOrigin(record);
    payload.putText(record.toJson());
    putArtifacts(Artifact.allOf(record));
    records++;
    return this;
  }

  private void putTime(long micros) {
    payload.putSigned(micros - lastTime);
    lastTime = micros;
    earliest = records == 0 ? micros : Math.min(earliest, micros);
    latest = records == 0 ? micros : Math.max(latest, micros);
  }

  private void putOrigin(LogRecord record) {
    payload.putVarint(record.cluster().isPresent() ? HAS_CLUSTER : 0);
    payload.putName(record.type().name());
    payload.putName(record.source().service());
    payload.putName(record.source().resource());
    record.cluster().ifPresent(payload::putName);
    payload.putName(record.parser());
    putPosition(record.position());
    payload.putVarint(record.ordinal());
  }

  /** The last part, such as an offset, is another one for nearly each record; the others are not. */
  private void putPosition(Position position) {
    List<String> parts = position.parts();
    payload.putName(position.kind());
    payload.putVarint(parts.size());
    for (int i = 0; i < parts.size() - 1; i++) {
      payload.putName(parts.get(i));
    }
    if (!parts.isEmpty()) {
      payload.putText(parts.get(parts.size() - 1));
    }
  }

  private void putArtifacts(List<Artifact> all) {
    payload.putVarint(all.size());
    for (Artifact artifact : all) {
      payload.putName(artifact.function());
      payload.putName(artifact.type());
      payload.putText(artifact.value());
    }
    artifacts += all.size();
  }

  /**
   * How much was added since the last block.
   *
   * @return the size in bytes without compression
   */
  public int bytes() {
    return payload.length();
  }

  /**
   * Makes a block of what was added since the last one; the builder is then empty.
   *
   * @return the block
   * @throws IllegalStateException if nothing was added
   */
  public Block build() {
    if (records == 0) {
      throw new IllegalStateException(
          "A block needs a record. A batch without records is not appended to the journal.");
    }
    int length = payload.length();
    int compressedLength = compress(length);
    boolean pays = compressedLength > 0 && compressedLength < length - length / 8;
    byte[] stored = pays
        ? Arrays.copyOf(compressed, compressedLength)
        : Arrays.copyOf(payload.buffer(), length);
    int flags = pays ? BlockHeader.COMPRESSED : 0;
    int checksum = BlockHeader.checksum(stored, stored.length);
    BlockHeader header = new BlockHeader(
        flags, 0, stored.length, length, records, artifacts, earliest, latest, checksum);
    reset();
    return new Block(header, stored);
  }

  /** Returns how many bytes the payload has when compressed; 0 if it cannot be. */
  private int compress(int length) {
    if (zstd == null) {
      return 0;
    }
    int room = (int) Zstd.compressBound(length);
    if (compressed.length < room) {
      compressed = new byte[room];
    }
    return zstd.compressByteArray(compressed, 0, room, payload.buffer(), 0, length);
  }

  private void reset() {
    payload.reset(MOST_KEPT);
    if (compressed.length > MOST_KEPT) {
      compressed = new byte[0];
    }
    records = 0;
    artifacts = 0;
    lastTime = 0;
  }

  /** Gives back memory outside of the heap. */
  @Override
  public void close() {
    if (zstd != null) {
      zstd.close();
    }
  }
}
