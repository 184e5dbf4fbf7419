package io.streamalert.local.intake;

import io.streamalert.local.intake.HttpBody.Added;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/** Decompresses a body, within the limits of one that is not compressed. */
final class Gunzip {

  private static final int STEP = 1 << 13;
  private static final int TRAILER = 8;

  private Gunzip() {}

  /** What a body becomes; one that is damaged anywhere is refused as a whole. */
  static HttpBody decompress(HttpBody compressed) throws RefusedRequest {
    HttpBody plain = compressed.another();
    byte[] step = new byte[STEP];
    try (Members in = new Members(compressed)) {
      int count = in.read(step);
      while (count >= 0) {
        add(plain, ByteBuffer.wrap(step, 0, count));
        count = in.read(step);
      }
      if (in.isFollowed()) {
        throw RefusedRequest.bad("Something that is not gzip follows the gzip data of the body");
      }
      return plain;
    } catch (IOException e) {
      throw RefusedRequest.bad("The body is not gzip, or damaged or cut off behind byte "
          + plain.length() + " of its content; Content-Encoding says it is gzip");
    }
  }

  private static void add(HttpBody plain, ByteBuffer more) throws RefusedRequest {
    Added added = plain.add(more);
    if (added == Added.TOO_LARGE) {
      throw new RefusedRequest(HttpAnswer.error(
          HttpAnswer.TOO_LARGE,
          "The body has more than " + plain.limit()
              + " bytes when it is decompressed: send fewer logs in one request"));
    }
    if (added == Added.NO_ROOM) {
      throw new RefusedRequest(HttpServer.noRoom());
    }
  }

  /** All members. The class of the JDK takes what it cannot read behind a member for the end; here it can be seen. */
  private static final class Members extends GZIPInputStream {

    Members(HttpBody body) throws IOException {
      super(
          new ByteArrayInputStream(body.bytes(), 0, body.length()), Math.max(body.length(), STEP));
    }

    /** Whether anything follows the last member; its buffer has held the whole body. */
    boolean isFollowed() {
      return inf.getRemaining() > TRAILER;
    }
  }
}
