package io.streamalert.local.intake;

import java.time.Duration;
import java.util.Objects;

/**
 * What senders may demand of an {@link HttpFeed}. Every limit has a default. The builder refuses a value outside its
 * range at once, with an {@link IllegalArgumentException} that names the limit and the range. Immutable and safe for use
 * by many threads.
 */
public final class HttpLimits {

  /** The default of {@link #maxBodyBytes()}: {@value} bytes, that is 16 MiB. */
  public static final int DEFAULT_MAX_BODY_BYTES = 16 * 1024 * 1024;

  /** The default of {@link #maxBytesInFlight()}: {@value} bytes, that is 64 MiB. */
  public static final long DEFAULT_MAX_BYTES_IN_FLIGHT = 64 * 1024 * 1024;

  /** The default of {@link #maxConnections()}: {@value}. */
  public static final int DEFAULT_MAX_CONNECTIONS = 256;

  /** The largest value of {@link #maxConnections()}: {@value}. */
  public static final int LIMIT_MAX_CONNECTIONS = 65_536;

  /** The default of {@link #headTimeout()}: {@value} seconds. */
  public static final int DEFAULT_HEAD_TIMEOUT_SECONDS = 30;

  /** The default of {@link #bodyTimeout()}: {@value} seconds. */
  public static final int DEFAULT_BODY_TIMEOUT_SECONDS = 60;

  /** The longest timeout: {@value} hour. */
  public static final int LIMIT_TIMEOUT_HOURS = 1;

  private static final HttpLimits DEFAULTS = builder().build();

  private final int maxBodyBytes;
  private final long maxBytesInFlight;
  private final int maxConnections;
  private final Duration headTimeout;
  private final Duration bodyTimeout;

  private HttpLimits(Builder builder) {
    maxBodyBytes = builder.maxBodyBytes;
    maxBytesInFlight = builder.maxBytesInFlight;
    maxConnections = builder.maxConnections;
    headTimeout = builder.headTimeout;
    bodyTimeout = builder.bodyTimeout;
  }

  /**
   * Every limit at its default.
   *
   * @return the default limits
   */
  public static HttpLimits defaults() {
    return DEFAULTS;
  }

  /**
   * Starts from the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The largest body, both as sent and after decompression. A larger one is answered with 413.
   *
   * @return the limit in bytes, at least 1
   */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /**
   * How much memory the bodies of all requests may take together, as sent and decompressed, until they are answered. A
   * request with which it would be more is answered with 429.
   *
   * @return the limit in bytes, at least 1
   */
  public long maxBytesInFlight() {
    return maxBytesInFlight;
  }

  /**
   * How many connections may be open. Further ones wait until one is closed.
   *
   * @return the limit, 1 to {@value #LIMIT_MAX_CONNECTIONS}
   */
  public int maxConnections() {
    return maxConnections;
  }

  /**
   * How long a connection may go without a request: from when it was opened, or its last request was answered, until the
   * whole head of the next one is there. Then it is closed.
   *
   * @return the time, more than zero, up to {@value #LIMIT_TIMEOUT_HOURS} hour
   */
  public Duration headTimeout() {
    return headTimeout;
  }

  /**
   * How long the body of a request may take to come, from the end of its head. Then it is answered with 408. A sender
   * that does not take its answer for as long is cut off.
   *
   * @return the time, more than zero, up to {@value #LIMIT_TIMEOUT_HOURS} hour
   */
  public Duration bodyTimeout() {
    return bodyTimeout;
  }

  /** {@return all limits} */
  @Override
  public String toString() {
    return "HttpLimits[maxBodyBytes=" + maxBodyBytes + ", maxBytesInFlight=" + maxBytesInFlight
        + ", maxConnections=" + maxConnections + ", headTimeout=" + headTimeout + ", bodyTimeout="
        + bodyTimeout + "]";
  }

  /** Collects limits. A builder belongs to one thread; it can be used again after a build. */
  public static final class Builder {

    private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
    private long maxBytesInFlight = DEFAULT_MAX_BYTES_IN_FLIGHT;
    private int maxConnections = DEFAULT_MAX_CONNECTIONS;
    private Duration headTimeout = Duration.ofSeconds(DEFAULT_HEAD_TIMEOUT_SECONDS);
    private Duration bodyTimeout = Duration.ofSeconds(DEFAULT_BODY_TIMEOUT_SECONDS);

    private Builder() {}

    /**
     * Sets {@link HttpLimits#maxBodyBytes()}.
     *
     * @param bytes at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxBodyBytes(int bytes) {
      maxBodyBytes = (int) inRange("maxBodyBytes", bytes, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets {@link HttpLimits#maxBytesInFlight()}.
     *
     * @param bytes at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxBytesInFlight(long bytes) {
      maxBytesInFlight = inRange("maxBytesInFlight", bytes, Long.MAX_VALUE);
      return this;
    }

    /**
     * Sets {@link HttpLimits#maxConnections()}.
     *
     * @param number 1 to {@value HttpLimits#LIMIT_MAX_CONNECTIONS}
     * @return this builder
     * @throws IllegalArgumentException if it is outside of that
     */
    public Builder maxConnections(int number) {
      maxConnections = (int) inRange("maxConnections", number, LIMIT_MAX_CONNECTIONS);
      return this;
    }

    /**
     * Sets {@link HttpLimits#headTimeout()}.
     *
     * @param time more than zero, up to {@value HttpLimits#LIMIT_TIMEOUT_HOURS} hour
     * @return this builder
     * @throws IllegalArgumentException if it is outside of that
     */
    public Builder headTimeout(Duration time) {
      headTimeout = timeout("headTimeout", time);
      return this;
    }

    /**
     * Sets {@link HttpLimits#bodyTimeout()}.
     *
     * @param time more than zero, up to {@value HttpLimits#LIMIT_TIMEOUT_HOURS} hour
     * @return this builder
     * @throws IllegalArgumentException if it is outside of that
     */
    public Builder bodyTimeout(Duration time) {
      bodyTimeout = timeout("bodyTimeout", time);
      return this;
    }

    /**
     * Makes the limits.
     *
     * @return the limits as collected so far
     */
    public HttpLimits build() {
      return new HttpLimits(this);
    }

    private static long inRange(String name, long value, long most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(
            name + " must be from 1 to " + most + ", but is " + value);
      }
      return value;
    }

    private static Duration timeout(String name, Duration time) {
      Objects.requireNonNull(time, name);
      if (time.toMillis() < 1 || time.compareTo(Duration.ofHours(LIMIT_TIMEOUT_HOURS)) > 0) {
        throw new IllegalArgumentException(name + " must be from 1 millisecond to "
            + LIMIT_TIMEOUT_HOURS + " hour, but is " + time);
      }
      return time;
    }
  }
}
