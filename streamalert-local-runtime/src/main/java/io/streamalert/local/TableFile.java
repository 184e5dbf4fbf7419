package io.streamalert.local;

import io.streamalert.local.framing.Content;
import io.streamalert.local.framing.GzipMembers;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** A file that holds one JSON map, plain or compressed. */
final class TableFile {

  /** The largest content without compression. */
  static final int LIMIT_BYTES = 64 << 20;

  private static final int MAGIC = 3;

  private final Path file;

  TableFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws ConfigException if there is none, or it is not of that form
   */
  Map<String, FieldValue> read() {
    JsonReader reader = new JsonReader();
    FieldValue content =
        reader.read(bytes()).orElseThrow(() -> problem("is not JSON: " + reader.problem()));
    if (content.kind() != FieldValue.Kind.MAP) {
      throw problem("is no JSON map");
    }
    return content.fields();
  }

  private byte[] bytes() {
    try (InputStream in = decompressed(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
      if (bytes.length > LIMIT_BYTES) {
        throw problem("is larger than " + LIMIT_BYTES + " bytes without compression");
      }
      return bytes;
    } catch (IOException e) {
      throw problem("cannot be read: " + Content.reason(e));
    }
  }

  private static InputStream decompressed(InputStream in) throws IOException {
    in.mark(MAGIC);
    byte[] first = in.readNBytes(MAGIC);
    in.reset();
    if (GzipMembers.isStart(first, first.length)) {
      return new GzipMembers(in);
    }
    return isZlibStart(first) ? new InflaterInputStream(in) : in;
  }

  /** No JSON starts with this byte. */
  private static boolean isZlibStart(byte[] first) {
    return first.length > 1
        && first[0] == 0x78
        && ((first[0] & 0xff) << Byte.SIZE | (first[1] & 0xff)) % 31 == 0;
  }

  private ConfigException problem(String what) {
    return new ConfigException(Problem.in(file.toString(), "The lookup table " + what)
        .mendedBy("It has to be a file of the form {\"KEY\": VALUE, …}."));
  }
}
