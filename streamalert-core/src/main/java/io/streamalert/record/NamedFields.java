package io.streamalert.record;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one map whose names are in a set of {@link FieldNames}. Fixed once made; thread-safe
 * after that.
 */
public final class NamedFields {

  private static final int FIRST_SIZE = 32;
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final FieldNames names;
  private final FieldValue map;
  private final long[] present;
  private int[] numbers = new int[FIRST_SIZE];
  private int[] indexes = new int[FIRST_SIZE];
  private FieldValue @Nullable [] values;
  private int count;
  private boolean unknown;

  NamedFields(FieldNames names, FieldValue map) {
    this.names = names;
    this.map = map;
    this.present = new long[(names.size() + Long.SIZE - 1) / Long.SIZE];
    this.values = map instanceof TapeValue ? null : new FieldValue[FIRST_SIZE];
  }

  void add(int number, int tapeIndex) {
    int place = place(number);
    if (place >= 0) {
      indexes[place] = tapeIndex;
    }
  }

  void add(int number, FieldValue value) {
    int place = place(number);
    if (place >= 0) {
      Objects.requireNonNull(values)[place] = value;
    }
  }

  /** Where to put the field: behind the others, or in place of an earlier one with its key. */
  private int place(int number) {
    if (number < 0) {
      unknown = true;
      return -1;
    }
    long bit = 1L << number;
    if ((present[number >> 6] & bit) != 0) {
      int earlier = 0;
      while (numbers[earlier] != number) {
        earlier++;
      }
      return earlier;
    }
    present[number >> 6] |= bit;
    if (count == numbers.length) {
      grow();
    }
    numbers[count] = number;
    return count++;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, count * 2);
    indexes = Arrays.copyOf(indexes, count * 2);
    if (values != null) {
      values = Arrays.copyOf(values, count * 2);
    }
  }

  /**
   * The map that was looked at.
   *
   * @return the value given to {@link FieldNames#in}
   */
  public FieldValue map() {
    return map;
  }

  /**
   * The map, with what was found: where all of its keys are in the set, {@link FieldPaths} does not
   * look at them again.
   *
   * @return an equal value
   */
  public FieldValue mapWithNames() {
    return !unknown && map instanceof TapeValue read ? read.knowing(this) : map;
  }

  /**
   * The names that were looked for.
   *
   * @return the set that found these fields
   */
  public FieldNames names() {
    return names;
  }

  /**
   * Whether the map has keys that are not in the set.
   *
   * @return true if there is at least one
   */
  public boolean hasUnknown() {
    return unknown;
  }

  /**
   * Which names were found, as a bit for each number: bit {@code n % 64} of element {@code n / 64}.
   *
   * @return a copy of the bits
   */
  public long[] bits() {
    return present.clone();
  }

  /**
   * Whether exactly these names were found.
   *
   * @param bits bits as {@link #bits()} gives them
   * @return true if they are the same
   */
  public boolean hasBits(long[] bits) {
    return Arrays.equals(present, bits);
  }

  /**
   * A hash of {@link #bits()}.
   *
   * @return the hash
   */
  public int bitsHash() {
    long hash = 0;
    for (long word : present) {
      hash = (hash ^ word) * MIX;
    }
    // The last names are high bits, which a product carries upwards only.
    return (int) (((hash ^ (hash >>> 32)) * MIX) >>> 32);
  }

  /**
   * How many names were found.
   *
   * @return the count
   */
  public int count() {
    return count;
  }

  /**
   * The number of a found name.
   *
   * @param i which one, from 0, in the order of the map
   * @return its number in the set
   */
  public int number(int i) {
    return numbers[Objects.checkIndex(i, count)];
  }

  /**
   * The kind of a found field's value.
   *
   * @param i which one, from 0
   * @return the kind
   */
  public FieldValue.Kind kind(int i) {
    Objects.checkIndex(i, count);
    return values != null ? values[i].kind() : TapeValue.kind(((TapeValue) map).tape(), indexes[i]);
  }

  /** Where the value of a name is on the tape of the map, or -1 if the map lacks it. */
  int indexOf(String name) {
    int number = names.number(name);
    if (number < 0 || (present[number >> 6] & 1L << number) == 0) {
      return -1;
    }
    int place = 0;
    while (numbers[place] != number) {
      place++;
    }
    return indexes[place];
  }

  /** Where a found field's value is on the tape of the map. */
  int index(int i) {
    return indexes[i];
  }

  /**
   * A found field's value.
   *
   * @param i which one, from 0
   * @return the value
   */
  public FieldValue value(int i) {
    Objects.checkIndex(i, count);
    return values != null ? values[i] : FieldValue.on(((TapeValue) map).tape(), indexes[i]);
  }

  /** {@return how many of the names were found, never the content} */
  @Override
  public String toString() {
    return "NamedFields[" + count + " of " + names.size() + "]";
  }
}
