package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ZstdFramesTest {

  private static final byte[] HELLO = Bytes.zstd(Bytes.of("hello"));
  private static final byte[] SKIPPED = {0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 'a', 'b', 'c'};

  @Test
  void readsAllFramesAndSkipsOthers() throws IOException {
    byte[] empty = Bytes.zstd(new byte[0]);

    assertThat(decompressed(Bytes.join(SKIPPED, HELLO, empty, SKIPPED, HELLO, SKIPPED)))
        .isEqualTo("hellohello");
    assertThat(decompressed(empty)).isEmpty();
    assertThat(decompressed(SKIPPED)).isEmpty();
  }

  @Test
  void readsByteByByte() throws IOException {
    try (InputStream in = ZstdFrames.open(new ByteArrayInputStream(HELLO))) {
      assertThat(in.read()).isEqualTo('h');
      assertThat(in.readAllBytes()).isEqualTo(Bytes.of("ello"));
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void isKnownByItsMagicNumber() {
    assertThat(ZstdFrames.isStart(HELLO, 4)).isTrue();
    assertThat(ZstdFrames.isStart(SKIPPED, 4)).isTrue();
    assertThat(ZstdFrames.isStart(HELLO, 3)).isFalse();
    assertThat(ZstdFrames.isStart(Bytes.of("{\"a\""), 4)).isFalse();
  }

  @Test
  void anyCutIsAnError() {
    for (int length = 4; length < HELLO.length; length++) {
      byte[] cut = Arrays.copyOf(HELLO, length);
      assertThatThrownBy(() -> decompressed(cut))
          .isInstanceOf(ZipException.class)
          .hasMessageContaining("its zstd data is damaged");
    }
  }

  @Test
  void whatFollowsAndIsNotZstdIsAnError() {
    assertThatThrownBy(() -> decompressed(Bytes.join(HELLO, Bytes.of("more"))))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("its zstd data is damaged");
  }

  @Test
  void aWrongChecksumIsAnError() {
    byte[] damaged;
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      damaged = context.setChecksum(true).compress(Bytes.of("hello"));
    }
    damaged[damaged.length - 1] ^= 1;

    assertThatThrownBy(() -> decompressed(damaged))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("checksum");
  }

  @Test
  void aWindowOverTheLimitIsAnError() throws IOException {
    byte[] window27 = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((27 - 10) << 3), 1, 0, 0};
    byte[] window28 = window27.clone();
    window28[5] = (byte) ((28 - 10) << 3);

    assertThat(decompressed(window27)).isEmpty();
    assertThatThrownBy(() -> decompressed(window28))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void whatCameBeforeDamageIsThere() throws IOException {
    byte[] text = Bytes.of("all of this is read\n".repeat(50_000));
    byte[] content = Bytes.join(Bytes.zstd(text), Bytes.of("damage"));

    try (InputStream in = ZstdFrames.open(new ByteArrayInputStream(content))) {
      assertThat(in.readNBytes(text.length)).isEqualTo(text);
      assertThatThrownBy(in::read).isInstanceOf(ZipException.class);
    }
  }

  @Test
  void anErrorOfTheStreamBelowStaysWhatItIs() {
    InputStream broken = Bytes.breaking(Arrays.copyOf(HELLO, 8));

    assertThatThrownBy(() -> ZstdFrames.open(broken).readAllBytes())
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  private static String decompressed(byte[] zstd) throws IOException {
    try (InputStream in = ZstdFrames.open(Bytes.trickle(zstd, 3))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
