package io.streamalert.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Small damage to documents, of kinds that matter to a JSON reader. */
final class JsonMutations {

  /** What the grammar cares about. */
  private static final byte[] TELLING =
      "{}[],:\"\\/ \t\n0129.-+eEutfnINab\0\u001f\u007f".getBytes(StandardCharsets.UTF_8);

  private JsonMutations() {}

  /** Returns a copy with one byte changed, removed, added or doubled, or cut short. */
  static byte[] mutate(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {replacement(random)};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0, 1 -> splice(bytes, at, at + 1, replacement(random));
      case 2 -> splice(bytes, at, at + 1);
      case 3 -> splice(bytes, at, at, replacement(random));
      case 4 -> splice(bytes, at, at, bytes[random.nextInt(bytes.length)]);
      default -> Arrays.copyOf(bytes, at);
    };
  }

  private static byte replacement(Random random) {
    return random.nextInt(3) == 0
        ? (byte) random.nextInt()
        : TELLING[random.nextInt(TELLING.length)];
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte... added) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + added.length);
    System.arraycopy(added, 0, result, from, added.length);
    System.arraycopy(bytes, to, result, from + added.length, bytes.length - to);
    return result;
  }
}
