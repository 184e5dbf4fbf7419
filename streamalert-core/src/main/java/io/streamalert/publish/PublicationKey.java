package io.streamalert.publish;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed name of a part of a {@link Publication}. Outputs declare those that they read as
 * constants:
 *
 * <pre>{@code
 * public static final PublicationKey<String> TEXT = PublicationKey.text("@slack.text");
 * }</pre>
 *
 * <p>By convention the name of a part that steers one output is {@code @service.field}; any other
 * name is payload. Keys are immutable and safe for use by many threads; two keys are equal when
 * their names are.
 *
 * @param <T> the Java type of the part
 */
public final class PublicationKey<T> {

  private final String name;
  private final Function<FieldValue, Optional<T>> reader;

  private PublicationKey(String name, Function<FieldValue, Optional<T>> reader) {
    if (Objects.requireNonNull(name, "name").isEmpty()) {
      throw new IllegalArgumentException("The name of a publication key must not be empty");
    }
    this.name = name;
    this.reader = reader;
  }

  /**
   * A key of a text.
   *
   * @param name the name; not empty
   * @return the key
   * @throws IllegalArgumentException if the name is empty
   */
  public static PublicationKey<String> text(String name) {
    return new PublicationKey<>(name, FieldValue::asString);
  }

  /**
   * A key of a value that is true or false.
   *
   * @param name the name; not empty
   * @return the key
   * @throws IllegalArgumentException if the name is empty
   */
  public static PublicationKey<Boolean> flag(String name) {
    return new PublicationKey<>(name, FieldValue::asBoolean);
  }

  /**
   * A key of a map.
   *
   * @param name the name; not empty
   * @return the key
   * @throws IllegalArgumentException if the name is empty
   */
  public static PublicationKey<Map<String, FieldValue>> map(String name) {
    return new PublicationKey<>(
        name,
        value ->
            value.kind() == FieldValue.Kind.MAP ? Optional.of(value.fields()) : Optional.empty());
  }

  /**
   * A key of a list.
   *
   * @param name the name; not empty
   * @return the key
   * @throws IllegalArgumentException if the name is empty
   */
  public static PublicationKey<List<FieldValue>> list(String name) {
    return new PublicationKey<>(
        name,
        value -> value.kind() == FieldValue.Kind.LIST
            ? Optional.of(value.elements())
            : Optional.empty());
  }

  /**
   * A key of any JSON value, null included.
   *
   * @param name the name; not empty
   * @return the key
   * @throws IllegalArgumentException if the name is empty
   */
  public static PublicationKey<FieldValue> value(String name) {
    return new PublicationKey<>(
        name, value -> value.exists() ? Optional.of(value) : Optional.empty());
  }

  /**
   * The name of the part.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /** Reads the part; empty if it is not there or of another kind. */
  Optional<T> read(FieldValue value) {
    return reader.apply(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PublicationKey<?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
