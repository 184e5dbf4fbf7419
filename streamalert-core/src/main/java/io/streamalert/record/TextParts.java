package io.streamalert.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * A fixed set of texts, each with a number, that tells which of them a value starts with, ends with or
 * holds. The value is gone over once, without decoding it, however many texts there are. Immutable
 * and thread-safe.
 *
 * <p>What makes a thousand rules on a field cost little more than one; {@link FieldNames} does the
 * same for whole texts.
 */
public final class TextParts {

  /** Where a text must stand in the value. */
  public enum Place {
    /** The value starts with it. */
    START,
    /** The value ends with it. */
    END,
    /** The value holds it somewhere. */
    ANYWHERE
  }

  private final List<Part> parts;
  private final Grams starts = new Grams(Long.BYTES);
  private final Grams ends = new Grams(Long.BYTES);
  private final Grams anywhere = new Grams(Integer.BYTES);
  private final int[] always;

  private TextParts(Builder builder) {
    this.parts = List.copyOf(builder.parts);
    List<Integer> others = new ArrayList<>();
    for (int number = 0; number < parts.size(); number++) {
      if (!add(number, parts.get(number))) {
        others.add(number);
      }
    }
    this.always = others.stream().mapToInt(Integer::intValue).toArray();
    List.of(starts, ends, anywhere).forEach(Grams::freeze);
  }

  private boolean add(int number, Part part) {
    if (!part.hasUtf8()) {
      return false;
    }
    byte[] utf8 = part.utf8;
    return switch (part.place) {
      case START -> starts.add(number, utf8, 0);
      case END -> ends.add(number, utf8, Math.max(0, utf8.length - Long.BYTES));
      case ANYWHERE -> anywhere.addRarest(number, utf8);
    };
  }

  /**
   * Starts a set.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** A text and where it must stand. */
  private static final class Part {
    private final Place place;
    private final String text;
    private final byte[] utf8;

    Part(Place place, String text) {
      this.place = place;
      this.text = text;
      this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty text is in every text, and a lone surrogate has no UTF-8: both are asked for one by one. */
    boolean hasUtf8() {
      return utf8.length > 0 && new String(utf8, StandardCharsets.UTF_8).equals(text);
    }

    boolean isIn(FieldValue value) {
      return switch (place) {
        case START -> value.startsWith(text);
        case END -> value.endsWith(text);
        case ANYWHERE -> value.contains(text);
      };
    }

    /** Whether a range without escapes has the text where it must be, or at this place. */
    boolean stands(byte[] bytes, int start, int end, int at) {
      int from = switch (place) {
        case START -> start;
        case END -> end - utf8.length;
        case ANYWHERE -> at;
      };
      return from >= start && from + utf8.length <= end && JsonBytes.same(bytes, from, utf8);
    }
  }

  /**
   * How many texts there are.
   *
   * @return the count
   */
  public int size() {
    return parts.size();
  }

  /**
   * Finds the texts that a value has where they must stand.
   *
   * @param value the value; one that is no text has none
   * @param found is told the number of each, in no order, and of one that the value holds several
   *     times perhaps more than once
   */
  public void in(FieldValue value, IntConsumer found) {
    if (value.kind() != FieldValue.Kind.STRING) {
      return;
    }
    for (int number : always) {
      check(number, value, found);
    }
    if (value instanceof TapeValue read && !read.tape().escaped(read.index())) {
      JsonTape tape = read.tape();
      int start = tape.start(read.index());
      int end = start + tape.length(read.index());
      findIn(tape.bytes, start, end, (number, at) -> {
        if (parts.get(number).stands(tape.bytes, start, end, at)) {
          found.accept(number);
        }
      });
    } else {
      // A lone surrogate becomes a question mark here, so that what is found is checked as text.
      byte[] utf8 = value.asString().orElseThrow().getBytes(StandardCharsets.UTF_8);
      findIn(utf8, 0, utf8.length, (number, at) -> check(number, value, found));
    }
  }

  private void check(int number, FieldValue value, IntConsumer found) {
    if (parts.get(number).isIn(value)) {
      found.accept(number);
    }
  }

  private void findIn(byte[] bytes, int start, int end, Grams.Sink sink) {
    starts.at(bytes, start, end, sink);
    ends.before(bytes, start, end, sink);
    anywhere.in(bytes, start, end, sink);
  }

  /** {@return how many texts there are} */
  @Override
  public String toString() {
    return "TextParts[" + size() + "]";
  }

  /** Collects texts. Not thread-safe. */
  public static final class Builder {

    private final List<Part> parts = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a text; its number is how many were added before.
     *
     * @param place where it must stand
     * @param text the text; empty text is in every text
     * @return this
     */
    public Builder add(Place place, String text) {
      parts.add(new Part(Objects.requireNonNull(place, "place"), text));
      return this;
    }

    /**
     * Makes the set.
     *
     * @return the set
     */
    public TextParts build() {
      return new TextParts(this);
    }
  }
}
