package io.streamalert.record;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The elements of a list on a tape; a value is made when it is asked for. */
final class TapeElements extends AbstractList<FieldValue> implements RandomAccess {

  private final JsonTape tape;
  private final int[] indexes;

  private TapeElements(JsonTape tape, int[] indexes) {
    this.tape = tape;
    this.indexes = indexes;
  }

  static TapeElements of(JsonTape tape, int list) {
    int end = tape.next(list);
    int count = 0;
    for (int i = tape.firstChild(list); i < end; i = tape.next(i)) {
      count++;
    }
    int[] indexes = new int[count];
    int at = tape.firstChild(list);
    for (int i = 0; i < count; i++) {
      indexes[i] = at;
      at = tape.next(at);
    }
    return new TapeElements(tape, indexes);
  }

  @Override
  public FieldValue get(int i) {
    return FieldValue.on(tape, indexes[i]);
  }

  @Override
  public int size() {
    return indexes.length;
  }
}
