package io.streamalert.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of a tape as compact JSON. Keeps its own stack, so that depth costs heap and never
 * overflows.
 */
final class JsonTapeWriter {

  /**
   * Maps of up to this size are searched for duplicate keys by comparing all pairs, larger ones by
   * a hash map.
   */
  private static final int SMALL = 24;

  private final JsonTape tape;
  private final StringBuilder out;

  /**
   * Creates a writer for one use.
   *
   * @param tape the document
   * @param out receives the text
   */
  JsonTapeWriter(JsonTape tape, StringBuilder out) {
    this.tape = tape;
    this.out = out;
  }

  /** Appends value {@code i}. */
  void write(int i) {
    Frame open = null;
    int value = i;
    while (true) {
      if (tape.kind(value) >= JsonTape.LIST) {
        open = open(value, open);
      } else {
        scalar(value);
      }
      while (open != null && open.at == open.end) {
        out.append(open.map ? '}' : ']');
        open = open.parent;
      }
      if (open == null) {
        return;
      }
      value = nextValue(open);
    }
  }

  private Frame open(int container, @Nullable Frame parent) {
    boolean map = tape.kind(container) == JsonTape.MAP;
    out.append(map ? '{' : '[');
    return new Frame(parent, map, map ? distinctMembers(tape, container) : null, tape, container);
  }

  /**
   * Moves to the next element or member of a container, writes what precedes its value, returns the
   * value.
   */
  private int nextValue(Frame frame) {
    if (frame.started) {
      out.append(',');
    }
    frame.started = true;
    int[] members = frame.members;
    if (members != null) {
      key(members[frame.at]);
      frame.at += 2;
      return members[frame.at - 1];
    }
    int value = frame.at;
    if (frame.map) {
      key(value);
      value += 2;
    }
    frame.at = tape.next(value);
    return value;
  }

  private void key(int i) {
    scalar(i);
    out.append(':');
  }

  private void scalar(int i) {
    // The source of a string is valid between quotes as it stands, whatever its escapes.
    boolean quoted = tape.kind(i) == JsonTape.STRING || isNotANumber(i);
    if (quoted) {
      out.append('"');
    }
    out.append(JsonBytes.decode(tape.bytes, tape.start(i), tape.length(i)));
    if (quoted) {
      out.append('"');
    }
  }

  /**
   * Returns whether a value is {@code NaN}, {@code Infinity} or {@code -Infinity}: all end in a
   * letter.
   */
  private boolean isNotANumber(int i) {
    return tape.kind(i) == JsonTape.FLOAT && tape.bytes[tape.start(i) + tape.length(i) - 1] > '9';
  }

  /**
   * Returns the members of a map that has duplicate keys, as it reads without them.
   *
   * @param tape the document
   * @param map a map
   * @return index of key, index of value, and so on; or null if all keys differ
   */
  static int @Nullable [] distinctMembers(JsonTape tape, int map) {
    int[] keys = new int[SMALL];
    int size = 0;
    int end = tape.next(map);
    for (int i = tape.firstChild(map); i < end; i = tape.next(i + 2)) {
      if (size == SMALL || tape.escaped(i) || contains(tape, keys, size, i)) {
        return distinctByHash(tape, map);
      }
      keys[size++] = i;
    }
    return null;
  }

  private static boolean contains(JsonTape tape, int[] keys, int size, int key) {
    int length = tape.length(key);
    for (int k = 0; k < size; k++) {
      if (tape.length(keys[k]) == length
          && JsonBytes.same(tape.bytes, tape.start(keys[k]), tape.start(key), length)) {
        return true;
      }
    }
    return false;
  }

  private static int @Nullable [] distinctByHash(JsonTape tape, int map) {
    Map<String, int[]> members = new LinkedHashMap<>();
    boolean duplicate = false;
    int end = tape.next(map);
    for (int i = tape.firstChild(map); i < end; i = tape.next(i + 2)) {
      int value = i + 2;
      int[] first = members.putIfAbsent(tape.text(i), new int[] {i, value});
      if (first != null) {
        first[1] = value;
        duplicate = true;
      }
    }
    return duplicate ? members.values().stream().flatMapToInt(Arrays::stream).toArray() : null;
  }

  /** A container that is being written. */
  private static final class Frame {

    private final @Nullable Frame parent;
    private final boolean map;
    private final int @Nullable [] members;
    private final int end;
    private int at;
    private boolean started;

    Frame(
        @Nullable Frame parent,
        boolean map,
        int @Nullable [] members,
        JsonTape tape,
        int container) {
      this.parent = parent;
      this.map = map;
      this.members = members;
      this.at = members == null ? tape.firstChild(container) : 0;
      this.end = members == null ? tape.next(container) : members.length;
    }
  }
}
