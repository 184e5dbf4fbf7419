package io.streamalert.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that was read from text and is decoded when it is looked at. */
final class TapeValue extends FieldValue {

  private final JsonTape tape;
  private final int index;
  private final @Nullable NamedFields named;

  TapeValue(JsonTape tape, int index) {
    this(tape, index, null);
  }

  private TapeValue(JsonTape tape, int index, @Nullable NamedFields named) {
    this.tape = tape;
    this.index = index;
    this.named = named;
  }

  /** The same map, which knows its fields by their numbers in a set of names. */
  TapeValue knowing(NamedFields allFields) {
    return new TapeValue(tape, index, allFields);
  }

  /** All fields of this map by their numbers in a set of names, if somebody has looked them up. */
  @Nullable
  NamedFields named() {
    return named;
  }

  JsonTape tape() {
    return tape;
  }

  int index() {
    return index;
  }

  static Kind kind(JsonTape tape, int index) {
    return switch (tape.kind(index)) {
      case JsonTape.NULL -> Kind.NULL;
      case JsonTape.FALSE, JsonTape.TRUE -> Kind.BOOLEAN;
      case JsonTape.INTEGER -> Kind.INTEGER;
      case JsonTape.FLOAT -> Kind.FLOAT;
      case JsonTape.STRING -> Kind.STRING;
      case JsonTape.LIST -> Kind.LIST;
      default -> Kind.MAP;
    };
  }

  @Override
  public Kind kind() {
    return kind(tape, index);
  }

  @Override
  public FieldValue at(String key) {
    int found = find(key);
    return found < 0 ? missing() : new TapeValue(tape, found);
  }

  private int find(String key) {
    if (named != null) {
      return named.indexOf(key);
    }
    return tape.kind(index) == JsonTape.MAP ? tape.find(index, key) : -1;
  }

  @Override
  public FieldValue at(FieldPath path) {
    int steps = path.steps().length;
    if (steps == 0) {
      return this;
    }
    int at = named != null ? named.indexOf(path.steps()[0]) : find(index, path, 0);
    for (int step = 1; step < steps && at >= 0; step++) {
      at = find(at, path, step);
    }
    return at < 0 ? missing() : new TapeValue(tape, at);
  }

  private int find(int map, FieldPath path, int step) {
    if (tape.kind(map) != JsonTape.MAP) {
      return -1;
    }
    byte[] utf8 = path.utf8(step);
    return utf8.length > 0 ? tape.find(map, utf8) : tape.find(map, path.steps()[step]);
  }

  @Override
  public FieldValue at(String... keys) {
    if (keys.length == 0) {
      return this;
    }
    int at = find(keys[0]);
    for (int step = 1; step < keys.length && at >= 0; step++) {
      at = tape.kind(at) == JsonTape.MAP ? tape.find(at, keys[step]) : -1;
    }
    return at < 0 ? missing() : new TapeValue(tape, at);
  }

  @Override
  public List<FieldValue> elements() {
    return tape.kind(index) == JsonTape.LIST ? TapeElements.of(tape, index) : List.of();
  }

  @Override
  public Map<String, FieldValue> fields() {
    if (tape.kind(index) != JsonTape.MAP) {
      return Map.of();
    }
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    int end = tape.next(index);
    for (int key = tape.firstChild(index); key < end; ) {
      int value = tape.next(key);
      fields.put(tape.text(key), new TapeValue(tape, value));
      key = tape.next(value);
    }
    return Collections.unmodifiableMap(fields);
  }

  @Override
  public Optional<String> asString() {
    return tape.kind(index) == JsonTape.STRING ? Optional.of(tape.text(index)) : Optional.empty();
  }

  @Override
  public boolean is(String text) {
    return tape.kind(index) == JsonTape.STRING && tape.textIs(index, text);
  }

  @Override
  public boolean startsWith(String prefix) {
    return tape.kind(index) == JsonTape.STRING && tape.textStartsWith(index, prefix);
  }

  @Override
  public boolean endsWith(String suffix) {
    return tape.kind(index) == JsonTape.STRING && tape.textEndsWith(index, suffix);
  }

  @Override
  public boolean contains(String part) {
    return tape.kind(index) == JsonTape.STRING && tape.textContains(index, part);
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return switch (tape.kind(index)) {
      case JsonTape.TRUE -> Optional.of(true);
      case JsonTape.FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  String numberText() {
    return tape.text(index);
  }

  @Override
  void appendJson(StringBuilder out) {
    tape.appendJson(index, out);
  }

  @Override
  public FieldValue detached() {
    return new TapeValue(copy(), 0);
  }

  /** The bytes and words of this value alone, with offsets and indexes moved to start at 0. */
  private JsonTape copy() {
    int from = tape.start(index) - (tape.kind(index) == JsonTape.STRING ? 1 : 0);
    int[] words = Arrays.copyOfRange(tape.words, index, tape.next(index));
    int i = 0;
    while (i < words.length) {
      words[i] -= from;
      if (tape.kind(index + i) < JsonTape.LIST) {
        i += 2;
      } else {
        words[i + 1] -= index;
        words[i + 2] -= from;
        i += 3;
      }
    }
    return new JsonTape(Arrays.copyOfRange(tape.bytes, from, endOffset()), words, tape.ascii);
  }

  private int endOffset() {
    return switch (tape.kind(index)) {
      case JsonTape.LIST, JsonTape.MAP -> tape.words[index + 2];
      case JsonTape.STRING -> tape.start(index) + tape.length(index) + 1;
      default -> tape.start(index) + tape.length(index);
    };
  }

  @Override
  public boolean isKnownAscii() {
    return tape.ascii;
  }

  /** Without making what it holds. */
  @Override
  boolean hasContent() {
    return tape.firstChild(index) < tape.next(index);
  }
}
