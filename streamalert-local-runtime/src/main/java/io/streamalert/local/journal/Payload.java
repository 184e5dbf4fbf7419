package io.streamalert.local.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.List;

/** The payload of a block as it is stored, perhaps compressed. */
final class Payload {

  private Payload() {}

  /**
   * Reads the records.
   *
   * @throws Damage if the payload is not the one of the header
   */
  static List<StoredRecord> read(BlockHeader header, byte[] stored) throws Damage {
    if (!isSound(header, stored)) {
      throw new Damage("the checksum of the block is another one");
    }
    return PayloadReader.read(plain(header, stored), header.records());
  }

  static boolean isSound(BlockHeader header, byte[] stored) {
    return stored.length == header.stored()
        && BlockHeader.checksum(stored, stored.length) == header.checksum();
  }

  private static byte[] plain(BlockHeader header, byte[] stored) throws Damage {
    byte[] plain =
        header.has(BlockHeader.COMPRESSED) ? decompressed(stored, header.length()) : stored;
    if (plain.length != header.length()) {
      throw new Damage("the block has " + plain.length + " bytes and not " + header.length());
    }
    return plain;
  }

  private static byte[] decompressed(byte[] stored, int length) throws Damage {
    byte[] plain = new byte[length];
    try {
      long written = Zstd.decompressByteArray(plain, 0, length, stored, 0, stored.length);
      if (written == length) {
        return plain;
      }
    } catch (ZstdException e) {
      throw new Damage("its zstd data is damaged: " + e.getMessage());
    } catch (LinkageError e) {
      throw new Damage("its data is compressed by zstd, but the native library for that does not"
          + " load: " + e.getMessage());
    }
    throw new Damage("its zstd data has another length");
  }
}
