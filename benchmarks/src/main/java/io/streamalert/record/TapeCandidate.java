package io.streamalert.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamalert.benchmarks.Candidate;
import io.streamalert.benchmarks.Work;
import java.util.Arrays;
import java.util.Map;

/** The work on a {@link JsonTape}; subclasses make it. */
abstract class TapeCandidate implements Candidate {

  private static final byte[] RECORDS = Work.RECORDS.getBytes(UTF_8);

  private final Work work;
  private final long[] keySet;
  private final byte[][][] paths = Work.pathsUtf8();
  private final byte[][] texts = Work.textsUtf8();
  private final byte[][] slots = new byte[4096][];
  private final int[] slotIds = new int[slots.length];

  TapeCandidate(Work work) {
    this.work = work;
    this.keySet = work.emptySet();
    for (Map.Entry<String, Integer> key : work.ids().entrySet()) {
      byte[] utf8 = key.getKey().getBytes(UTF_8);
      int slot = slot(utf8, 0, utf8.length);
      while (slots[slot] != null) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = utf8;
      slotIds[slot] = key.getValue();
    }
  }

  abstract JsonTape read(byte[] json);

  @Override
  public long parse(byte[] json) {
    return read(json).words.length;
  }

  @Override
  public long parseAndWork(byte[] json) {
    JsonTape tape = read(json);
    int record = 0;
    if (tape.kind(0) == JsonTape.MAP) {
      int records = tape.find(0, RECORDS);
      boolean wrapped = records >= 0 && tape.kind(records) == JsonTape.LIST;
      if (wrapped && tape.firstChild(records) < tape.next(records)) {
        record = tape.firstChild(records);
      }
    }
    return fitting(tape, record) + lookups(tape, record);
  }

  private int fitting(JsonTape tape, int record) {
    Arrays.fill(keySet, 0);
    int unknown = 0;
    if (tape.kind(record) == JsonTape.MAP) {
      for (int i = tape.firstChild(record), end = tape.next(record);
          i < end;
          i = tape.next(i + 2)) {
        int id = id(tape, i);
        if (id < 0) {
          unknown++;
        } else {
          Work.add(keySet, id);
        }
      }
    }
    return work.fitting(keySet, unknown);
  }

  private long lookups(JsonTape tape, int record) {
    long result = 0;
    for (int i = 0; i < paths.length; i++) {
      int value = record;
      for (byte[] key : paths[i]) {
        value = value >= 0 && tape.kind(value) == JsonTape.MAP ? tape.find(value, key) : -1;
      }
      if (value >= 0) {
        boolean same = tape.kind(value) == JsonTape.STRING && tape.textIs(value, texts[i]);
        result += same ? 10_000 : 100;
      }
    }
    return result;
  }

  private int id(JsonTape tape, int key) {
    if (tape.escaped(key)) {
      return work.ids().getOrDefault(tape.text(key), -1);
    }
    int slot = slot(tape.bytes, tape.start(key), tape.length(key));
    for (byte[] known = slots[slot]; known != null; known = slots[slot]) {
      if (known.length == tape.length(key) && JsonBytes.same(tape.bytes, tape.start(key), known)) {
        return slotIds[slot];
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private int slot(byte[] bytes, int start, int length) {
    return KeyHash.of(bytes, start, length) & slots.length - 1;
  }
}
