package io.streamalert.intel;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One known bad value and what its source says of it. Immutable and safe for use by many threads;
 * two are equal when all their parts are.
 */
public final class Indicator {

  private final IndicatorKey key;
  private final Optional<String> subType;
  private final Optional<String> source;
  private final Optional<Instant> expires;

  private Indicator(Builder builder) {
    key = builder.key;
    subType = builder.subType;
    source = builder.source;
    expires = builder.expires;
  }

  /**
   * An indicator of which only the value is known.
   *
   * @param type the type of indicator, such as {@code ip}
   * @param value the value
   * @return the indicator
   * @throws IllegalArgumentException if the type is blank or the value is empty
   */
  public static Indicator of(String type, String value) {
    return builder(new IndicatorKey(type, value)).build();
  }

  /**
   * Starts an indicator.
   *
   * @param key what it is found by
   * @return a new builder
   */
  public static Builder builder(IndicatorKey key) {
    return new Builder(Objects.requireNonNull(key, "key"));
  }

  /**
   * What the indicator is found by.
   *
   * @return the type and the value
   */
  public IndicatorKey key() {
    return key;
  }

  /**
   * The finer type that the source gives, such as {@code mal_ip}.
   *
   * @return the finer type, or empty if unknown
   */
  public Optional<String> subType() {
    return subType;
  }

  /**
   * Who reported the value.
   *
   * @return the source, or empty if unknown
   */
  public Optional<String> source() {
    return source;
  }

  /**
   * The time from which on the indicator no longer counts.
   *
   * @return the time, or empty if it never expires
   */
  public Optional<Instant> expires() {
    return expires;
  }

  /**
   * Whether the indicator still counts.
   *
   * @param now the present time
   * @return false from the time of {@link #expires()} on, true before and if there is none
   */
  public boolean isValidAt(Instant now) {
    Objects.requireNonNull(now, "now");
    return expires.map(now::isBefore).orElse(true);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Indicator that
        && key.equals(that.key)
        && subType.equals(that.subType)
        && source.equals(that.source)
        && expires.equals(that.expires);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, subType, source, expires);
  }

  /** {@return the type and the source, never the value} */
  @Override
  public String toString() {
    return "Indicator[" + key.type() + source.map(name -> " of " + name).orElse("") + "]";
  }

  /** Collects the parts of an indicator. A builder belongs to one thread. */
  public static final class Builder {

    private final IndicatorKey key;
    private Optional<String> subType = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Optional<Instant> expires = Optional.empty();

    private Builder(IndicatorKey key) {
      this.key = key;
    }

    /**
     * Sets the finer type.
     *
     * @param subType the finer type as the source names it
     * @return this builder
     */
    public Builder subType(String subType) {
      this.subType = Optional.of(subType);
      return this;
    }

    /**
     * Sets who reported the value.
     *
     * @param source the source
     * @return this builder
     */
    public Builder source(String source) {
      this.source = Optional.of(source);
      return this;
    }

    /**
     * Sets the time from which on the indicator no longer counts.
     *
     * @param expires the time
     * @return this builder
     */
    public Builder expires(Instant expires) {
      this.expires = Optional.of(expires);
      return this;
    }

    /**
     * Makes the indicator.
     *
     * @return the indicator
     */
    public Indicator build() {
      return new Indicator(this);
    }
  }
}
