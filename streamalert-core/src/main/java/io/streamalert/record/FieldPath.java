package io.streamalert.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a field through nested maps, one key per step. Immutable and thread-safe.
 *
 * <p>Keys are taken literally: {@code FieldPath.of("a.b")} is one step to the key {@code a.b}.
 */
public final class FieldPath {

  private final List<String> keys;
  private final String[] steps;
  private final byte[][] utf8;

  private FieldPath(List<String> keys) {
    this.keys = keys;
    this.steps = keys.toArray(String[]::new);
    this.utf8 = keys.stream().map(FieldPath::utf8).toArray(byte[][]::new);
  }

  /**
   * A path of these keys.
   *
   * @param keys the keys from the outermost in; none names the record itself
   * @return the path
   */
  public static FieldPath of(String... keys) {
    return new FieldPath(List.of(keys));
  }

  /**
   * A path of these keys.
   *
   * @param keys the keys from the outermost in; none names the record itself
   * @return the path
   */
  public static FieldPath of(List<String> keys) {
    return new FieldPath(List.copyOf(keys));
  }

  /**
   * The keys.
   *
   * @return the keys from the outermost in; unmodifiable
   */
  public List<String> keys() {
    return keys;
  }

  /**
   * This path and one more step.
   *
   * @param key the key of the step
   * @return the longer path
   */
  public FieldPath then(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return of(longer);
  }

  /** Empty where the key has a lone surrogate and so no UTF-8. */
  private static byte[] utf8(String key) {
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8).equals(key) ? utf8 : new byte[0];
  }

  /** The key of a step as UTF-8, for reading only; empty where only {@link #steps()} will do. */
  byte[] utf8(int step) {
    return utf8[step];
  }

  /** The keys, for reading only: never handed out. */
  String[] steps() {
    return steps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath that && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  /** {@return the keys joined by dots, for people; two paths may read alike} */
  @Override
  public String toString() {
    return keys.isEmpty() ? "(record)" : String.join(".", keys);
  }
}
