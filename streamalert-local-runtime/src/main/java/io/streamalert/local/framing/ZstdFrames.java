package io.streamalert.local.framing;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/**
 * Decompresses zstd of any number of frames. Where a frame asks for it, up to 128 MiB are held outside of the heap. Data
 * that ends in the middle, is damaged, or is followed by something else is an error.
 */
final class ZstdFrames extends FilterInputStream {

  /** The largest window, as a power of two; what the zstd tool takes without being asked to. */
  private static final int LARGEST_WINDOW = 27;

  private ZstdFrames(InputStream in) {
    super(in);
  }

  static InputStream open(InputStream in) throws IOException {
    try {
      ZstdInputStreamNoFinalizer frames = new ZstdInputStreamNoFinalizer(in);
      frames.setLongMax(LARGEST_WINDOW);
      return new ZstdFrames(frames);
    } catch (LinkageError e) {
      throw new IOException(
          "it is zstd data, but the native library for that does not load: " + e.getMessage(), e);
    }
  }

  /** Whether content starts as zstd does: magic number of a frame, or of one that is to be skipped. */
  static boolean isStart(byte[] first, int length) {
    if (length < 4) {
      return false;
    }
    int magic = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return magic == 0xfd2fb528 || (magic & 0xfffffff0) == 0x184d2a50;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return super.read(into, offset, length);
    } catch (ZstdIOException e) {
      throw new ZipException("its zstd data is damaged: " + e.getMessage());
    }
  }
}
