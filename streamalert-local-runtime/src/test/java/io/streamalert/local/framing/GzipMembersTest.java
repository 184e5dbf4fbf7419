package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private static final byte[] HELLO = Bytes.gzip(Bytes.of("hello"));

  @Test
  void readsAllMembersAndPadding() throws IOException {
    byte[] padding = new byte[100];
    byte[] empty = Bytes.gzip(new byte[0]);

    assertThat(decompressed(Bytes.join(HELLO, empty, HELLO, padding))).isEqualTo("hellohello");
    assertThat(decompressed(empty)).isEmpty();
  }

  @Test
  void readsAHeaderWithEveryPart() throws IOException {
    byte[] flags = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0};
    byte[] extra = {3, 0, 'a', 'b', 'c'};
    byte[] names = Bytes.of("name\0comment\0");
    byte[] headerCrc = {0, 0};
    byte[] body = Arrays.copyOfRange(HELLO, 10, HELLO.length);

    assertThat(decompressed(Bytes.join(flags, extra, names, headerCrc, body))).isEqualTo("hello");
  }

  @Test
  void readsByteByByte() throws IOException {
    try (GzipMembers in = new GzipMembers(new ByteArrayInputStream(HELLO))) {
      assertThat(in.read()).isEqualTo('h');
      assertThat(in.read(new byte[1], 0, 0)).isZero();
      assertThat(in.readAllBytes()).isEqualTo(Bytes.of("ello"));
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void whatFollowsAndIsNotGzipIsAnError() {
    assertThatThrownBy(() -> decompressed(Bytes.join(HELLO, Bytes.of("more"))))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("not gzip follows");
  }

  @Test
  void anyCutIsAnError() {
    for (int length = 4; length < HELLO.length; length++) {
      byte[] cut = Arrays.copyOf(HELLO, length);
      assertThatThrownBy(() -> decompressed(cut))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("middle");
    }
  }

  @Test
  void aWrongChecksumOrSizeIsAnError() {
    for (int i = HELLO.length - 8; i < HELLO.length; i++) {
      byte[] damaged = HELLO.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> decompressed(damaged))
          .isInstanceOf(ZipException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void damagedDataIsAnError() {
    byte[] damaged = HELLO.clone();
    damaged[10] = 7;

    assertThatThrownBy(() -> decompressed(damaged))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("damaged");
  }

  private static String decompressed(byte[] gzip) throws IOException {
    try (GzipMembers in = new GzipMembers(Bytes.trickle(gzip, 3))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
