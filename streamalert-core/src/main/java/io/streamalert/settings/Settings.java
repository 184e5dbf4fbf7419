package io.streamalert.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits and general choices of one StreamAlert instance. Every setting has a default; {@link
 * #defaults()} has them all, {@link #builder()} changes some:
 *
 * <pre>{@code
 * Settings settings = Settings.builder().maxDocumentBytes(4 * 1024 * 1024).build();
 * }</pre>
 *
 * <p>The builder refuses a value outside its limits at once, with an {@link
 * IllegalArgumentException} that names the setting and the limits. Settings are immutable and safe
 * for use by many threads; two are equal when all their values are.
 */
public final class Settings {

  /** The default of {@link #maxDocumentBytes()}: {@value} bytes, that is 16 MiB. */
  public static final int DEFAULT_MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

  /** The largest value of {@link #maxDocumentBytes()}: {@value} bytes, one less than 256 MiB. */
  public static final int LIMIT_MAX_DOCUMENT_BYTES = 256 * 1024 * 1024 - 1;

  /** The default of {@link #maxDepth()}: {@value} levels. */
  public static final int DEFAULT_MAX_DEPTH = 1_000;

  /** The largest value of {@link #maxDepth()}: {@value} levels. */
  public static final int LIMIT_MAX_DEPTH = 1_000;

  /** The only member of {@link #requiredOutputs()} by default: {@value}. */
  public static final String DEFAULT_REQUIRED_OUTPUT = "aws-firehose:alerts";

  /** The default of {@link #identityRetention()}: {@value} days. */
  public static final int DEFAULT_IDENTITY_RETENTION_DAYS = 30;

  /** The shortest {@link #identityRetention()}: {@value} hour. */
  public static final int LEAST_IDENTITY_RETENTION_HOURS = 1;

  /** The longest {@link #identityRetention()}: {@value} days. */
  public static final int LIMIT_IDENTITY_RETENTION_DAYS = 3_650;

  private static final Settings DEFAULTS = builder().build();

  private final int maxDocumentBytes;
  private final int maxDepth;
  private final Set<String> requiredOutputs;
  private final Duration identityRetention;

  private Settings(Builder builder) {
    maxDocumentBytes = builder.maxDocumentBytes;
    maxDepth = builder.maxDepth;
    requiredOutputs = builder.requiredOutputs;
    identityRetention = builder.identityRetention;
  }

  /**
   * The settings with every value at its default.
   *
   * @return the default settings
   */
  public static Settings defaults() {
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
   * Starts from these settings.
   *
   * @return a new builder that holds the values of these settings
   */
  public Builder toBuilder() {
    return new Builder()
        .maxDocumentBytes(maxDocumentBytes)
        .maxDepth(maxDepth)
        .requiredOutputs(requiredOutputs)
        .identityRetention(identityRetention);
  }

  /**
   * The largest document, in bytes after decompression, that is classified as a whole.
   *
   * @return the limit in bytes, 1 to {@value #LIMIT_MAX_DOCUMENT_BYTES}
   */
  public int maxDocumentBytes() {
    return maxDocumentBytes;
  }

  /**
   * The deepest nesting of maps and lists that a JSON document may have.
   *
   * @return the limit in levels, 1 to {@value #LIMIT_MAX_DEPTH}
   */
  public int maxDepth() {
    return maxDepth;
  }

  /**
   * The outputs that every alert goes to, staged or not, each as {@code service:descriptor}.
   *
   * @return the outputs in the order given; unmodifiable, may be empty
   */
  public Set<String> requiredOutputs() {
    return requiredOutputs;
  }

  /**
   * How long the id of a committed alert stays known after it was committed, even when the alert
   * itself has been removed, so that a log that is delivered again raises no second alert. It has
   * to be longer than any source of logs delivers again.
   *
   * @return the time, {@value #LEAST_IDENTITY_RETENTION_HOURS} hour to {@value
   *     #LIMIT_IDENTITY_RETENTION_DAYS} days
   */
  public Duration identityRetention() {
    return identityRetention;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings that
        && maxDocumentBytes == that.maxDocumentBytes
        && maxDepth == that.maxDepth
        && requiredOutputs.equals(that.requiredOutputs)
        && identityRetention.equals(that.identityRetention);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxDocumentBytes, maxDepth, requiredOutputs, identityRetention);
  }

  @Override
  public String toString() {
    return "Settings[maxDocumentBytes=" + maxDocumentBytes + ", maxDepth=" + maxDepth
        + ", requiredOutputs=" + requiredOutputs + ", identityRetention=" + identityRetention + "]";
  }

  /**
   * Collects settings. A builder belongs to one thread; it can be used again after {@link
   * #build()}.
   */
  public static final class Builder {

    private int maxDocumentBytes = DEFAULT_MAX_DOCUMENT_BYTES;
    private int maxDepth = DEFAULT_MAX_DEPTH;
    private Set<String> requiredOutputs = Set.of(DEFAULT_REQUIRED_OUTPUT);
    private Duration identityRetention = Duration.ofDays(DEFAULT_IDENTITY_RETENTION_DAYS);

    private Builder() {}

    /**
     * Sets the largest document that is classified as a whole.
     *
     * @param bytes the limit in bytes, 1 to {@value Settings#LIMIT_MAX_DOCUMENT_BYTES}; the default
     *     is {@value Settings#DEFAULT_MAX_DOCUMENT_BYTES}
     * @return this builder
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Builder maxDocumentBytes(int bytes) {
      maxDocumentBytes = inRange("maxDocumentBytes", bytes, LIMIT_MAX_DOCUMENT_BYTES);
      return this;
    }

    /**
     * Sets the deepest nesting that a JSON document may have.
     *
     * @param levels the limit in levels, 1 to {@value Settings#LIMIT_MAX_DEPTH}; the default is
     *     {@value Settings#DEFAULT_MAX_DEPTH}
     * @return this builder
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Builder maxDepth(int levels) {
      maxDepth = inRange("maxDepth", levels, LIMIT_MAX_DEPTH);
      return this;
    }

    /**
     * Sets the outputs that every alert goes to, in place of those set before.
     *
     * @param outputs the outputs, each as {@code service:descriptor} with both parts present, one
     *     colon and no white space; may be empty; the default is {@value
     *     Settings#DEFAULT_REQUIRED_OUTPUT}
     * @return this builder
     * @throws IllegalArgumentException if one of them does not have that form
     */
    public Builder requiredOutputs(Collection<String> outputs) {
      Objects.requireNonNull(outputs, "outputs");
      Set<String> copy = new LinkedHashSet<>();
      outputs.forEach(output -> copy.add(outputName(output)));
      requiredOutputs = Collections.unmodifiableSet(copy);
      return this;
    }

    /**
     * Sets how long the id of a committed alert stays known.
     *
     * @param retention the time, {@value Settings#LEAST_IDENTITY_RETENTION_HOURS} hour to {@value
     *     Settings#LIMIT_IDENTITY_RETENTION_DAYS} days; the default is {@value
     *     Settings#DEFAULT_IDENTITY_RETENTION_DAYS} days
     * @return this builder
     * @throws IllegalArgumentException if the time is out of range
     */
    public Builder identityRetention(Duration retention) {
      Objects.requireNonNull(retention, "retention");
      if (retention.compareTo(Duration.ofHours(LEAST_IDENTITY_RETENTION_HOURS)) < 0
          || retention.compareTo(Duration.ofDays(LIMIT_IDENTITY_RETENTION_DAYS)) > 0) {
        throw new IllegalArgumentException(
            "identityRetention must be from " + LEAST_IDENTITY_RETENTION_HOURS + " hour to "
                + LIMIT_IDENTITY_RETENTION_DAYS + " days, but is " + retention);
      }
      identityRetention = retention;
      return this;
    }

    /**
     * Makes the settings.
     *
     * @return the settings as collected so far
     */
    public Settings build() {
      return new Settings(this);
    }

    private static int inRange(String name, int value, int limit) {
      if (value < 1 || value > limit) {
        throw new IllegalArgumentException(
            name + " must be from 1 to " + limit + ", but is " + value);
      }
      return value;
    }

    private static String outputName(String output) {
      Objects.requireNonNull(output, "output");
      int colon = output.indexOf(':');
      boolean parts = colon > 0 && colon < output.length() - 1 && colon == output.lastIndexOf(':');
      if (!parts || output.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(
            "A required output must have the form service:descriptor, but one is \"" + output
                + "\"");
      }
      return output;
    }
  }
}
