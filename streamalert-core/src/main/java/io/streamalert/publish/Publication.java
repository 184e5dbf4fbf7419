package io.streamalert.publish;

import io.streamalert.record.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one output receives of one alert: JSON values by name, in the order in which they were
 * added. Names that begin with {@value #OUTPUT_PREFIX} steer one output, see {@link
 * PublicationKey}; all others are {@linkplain #payload() payload}.
 *
 * <p>A publication is immutable and safe for use by many threads: the methods that change something
 * return a new publication and leave this one as it is. Two publications are equal when they have
 * the same names with equal values, in whatever order.
 */
public final class Publication {

  /** How the names of parts that are not payload begin: {@value}. */
  public static final String OUTPUT_PREFIX = "@";

  private static final Publication EMPTY = new Publication(new LinkedHashMap<>());

  private final Map<String, FieldValue> parts;

  private Publication(Map<String, FieldValue> parts) {
    this.parts = Collections.unmodifiableMap(parts);
  }

  /**
   * The publication without parts.
   *
   * @return the empty publication, with which each chain of publishers begins
   */
  public static Publication empty() {
    return EMPTY;
  }

  /**
   * A publication of the given parts.
   *
   * @param parts from name to what {@link FieldValue#of} accepts; copied in its order, without
   *     values that do not {@linkplain FieldValue#exists() exist}. JSON null is a value like any
   *     other
   * @return the publication
   * @throws IllegalArgumentException if a value has no JSON form
   */
  public static Publication of(Map<String, ?> parts) {
    LinkedHashMap<String, FieldValue> copy = new LinkedHashMap<>();
    Objects.requireNonNull(parts, "parts")
        .forEach((name, value) -> set(copy, name, FieldValue.of(value)));
    return new Publication(copy);
  }

  /**
   * One part, typed.
   *
   * @param key the key
   * @param <T> the type of the part
   * @return the value; empty if there is none, and also if it is of another kind than the key says,
   *     such as a number under a key of a text
   */
  public <T> Optional<T> get(PublicationKey<T> key) {
    return key.read(get(key.name()));
  }

  /**
   * One part.
   *
   * @param name the name
   * @return the value, or {@link FieldValue#missing()} if there is none
   */
  public FieldValue get(String name) {
    return parts.getOrDefault(Objects.requireNonNull(name, "name"), FieldValue.missing());
  }

  /**
   * This publication with one part set. A part that exists keeps its place, a new one goes to the
   * end.
   *
   * @param key the key
   * @param value the value; a map or list is copied
   * @param <T> the type of the part
   * @return the new publication
   */
  public <T> Publication with(PublicationKey<T> key, T value) {
    return with(key.name(), FieldValue.of(Objects.requireNonNull(value, "value")));
  }

  /**
   * This publication with one part set. A part that exists keeps its place, a new one goes to the
   * end. A value that does not {@linkplain FieldValue#exists() exist} removes the part, so that a
   * field of a record can be copied whether it is there or not. JSON null is a value like any
   * other.
   *
   * @param name the name
   * @param value the value
   * @return the new publication
   */
  public Publication with(String name, FieldValue value) {
    LinkedHashMap<String, FieldValue> copy = new LinkedHashMap<>(parts);
    set(copy, name, Objects.requireNonNull(value, "value"));
    return new Publication(copy);
  }

  /**
   * This publication without one part.
   *
   * @param name the name; may be unknown
   * @return the new publication
   */
  public Publication without(String name) {
    return with(name, FieldValue.missing());
  }

  /**
   * The names of all parts.
   *
   * @return the names in their order; unmodifiable
   */
  public Set<String> keys() {
    return parts.keySet();
  }

  /**
   * All parts.
   *
   * @return from name to value in their order; unmodifiable, and every value exists
   */
  public Map<String, FieldValue> toFields() {
    return parts;
  }

  /**
   * What is meant for the receiver rather than for the output: the parts whose names do not begin
   * with {@value #OUTPUT_PREFIX}.
   *
   * @return the payload as a publication
   */
  public Publication payload() {
    LinkedHashMap<String, FieldValue> copy = new LinkedHashMap<>(parts);
    copy.keySet().removeIf(name -> name.startsWith(OUTPUT_PREFIX));
    return new Publication(copy);
  }

  /**
   * All parts as one JSON object.
   *
   * @return the compact JSON text, with the parts in their order
   */
  public String toJson() {
    return FieldValue.of(parts).toJson();
  }

  private static void set(Map<String, FieldValue> parts, String name, FieldValue value) {
    Objects.requireNonNull(name, "name");
    if (value.exists()) {
      parts.put(name, value);
    } else {
      parts.remove(name);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Publication that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** {@return the names of the parts, never their values} */
  @Override
  public String toString() {
    return "Publication" + parts.keySet();
  }
}
