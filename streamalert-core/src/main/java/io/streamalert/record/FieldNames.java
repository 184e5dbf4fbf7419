package io.streamalert.record;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fixed set of field names, each with a number, that finds all of its names in a map in one pass
 * over the map's keys, without decoding them. Immutable and thread-safe.
 *
 * <p>This is what makes checking a record against many schemas cost little more than against one.
 */
public final class FieldNames {

  private final List<String> names;
  private final Map<String, Integer> numbers;
  private final byte[][] utf8;
  private final int[] slots;
  private long lengths;
  private long textLengths;

  private FieldNames(List<String> names) {
    this.names = names;
    this.numbers = new LinkedHashMap<>();
    this.utf8 = new byte[names.size()][];
    this.slots = new int[Math.max(4, Integer.highestOneBit(names.size()) * 4)];
    names.forEach(this::add);
  }

  /**
   * The set of these names.
   *
   * @param names the names; doubles count once
   * @return the set, numbered from 0 in the given order
   */
  public static FieldNames of(Collection<String> names) {
    return new FieldNames(names.stream().distinct().toList());
  }

  private void add(String name) {
    int number = numbers.size();
    numbers.put(name, number);
    textLengths |= lengthBit(name.length());
    utf8[number] = name.getBytes(StandardCharsets.UTF_8);
    if (!new String(utf8[number], StandardCharsets.UTF_8).equals(name)) {
      return; // a lone surrogate has no UTF-8: keys with one are escaped, and compared decoded
    }
    lengths |= lengthBit(utf8[number].length);
    int slot = KeyHash.of(utf8[number], 0, utf8[number].length) & slots.length - 1;
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = number + 1;
  }

  /**
   * How many names there are.
   *
   * @return the count
   */
  public int size() {
    return names.size();
  }

  /**
   * The name of a number.
   *
   * @param number the number, from 0
   * @return the name
   * @throws IndexOutOfBoundsException if there is no such number
   */
  public String name(int number) {
    return names.get(number);
  }

  /**
   * The number of a name.
   *
   * @param name the name
   * @return its number, or -1 if it is not in the set
   */
  public int number(String name) {
    return (textLengths & lengthBit(name.length())) == 0 ? -1 : numbers.getOrDefault(name, -1);
  }

  /**
   * The number of the name that a value is.
   *
   * @param text the value
   * @return the name's number, or -1 where the value is no text or not in the set
   */
  public int number(FieldValue text) {
    if (text instanceof TapeValue read) {
      boolean isText = read.tape().kind(read.index()) == JsonTape.STRING;
      return isText ? numberOn(read.tape(), read.index()) : -1;
    }
    return text.asString().map(this::number).orElse(-1);
  }

  /**
   * Finds the names that a map has.
   *
   * @param map the map; any other value has none
   * @return what was found
   */
  public NamedFields in(FieldValue map) {
    NamedFields found = new NamedFields(this, map);
    if (map instanceof TapeValue read) {
      findOn(read.tape(), read.index(), found);
    } else {
      map.fields().forEach((key, value) -> found.add(number(key), value));
    }
    return found;
  }

  private void findOn(JsonTape tape, int map, NamedFields found) {
    if (tape.kind(map) != JsonTape.MAP) {
      return;
    }
    int end = tape.next(map);
    for (int key = tape.firstChild(map); key < end; ) {
      int value = tape.next(key);
      found.add(numberOn(tape, key), value);
      key = tape.next(value);
    }
  }

  /**
   * Finds the values of these names in a map on a tape: made for few names in a large map, of which
   * most keys have a length that no name has.
   *
   * @return by the number of each name the index of the value of its last member, or 0
   */
  int[] valuesOn(JsonTape tape, int map) {
    int[] values = new int[names.size()];
    int end = tape.next(map);
    for (int key = tape.firstChild(map); key < end; ) {
      int value = key + 2;
      if (tape.escaped(key) || (lengths & lengthBit(tape.length(key))) != 0) {
        int number = numberOn(tape, key);
        if (number >= 0) {
          values[number] = value;
        }
      }
      key = tape.next(value);
    }
    return values;
  }

  /** A shift counts modulo 64, which makes no length look absent. */
  private static long lengthBit(int length) {
    return 1L << length;
  }

  private int numberOn(JsonTape tape, int key) {
    if (tape.escaped(key)) {
      return number(tape.text(key));
    }
    int start = tape.start(key);
    int length = tape.length(key);
    int slot = KeyHash.of(tape.bytes, start, length) & slots.length - 1;
    for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if (KeyHash.same(utf8[entry - 1], tape.bytes, start, length)) {
        return entry - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }
}
