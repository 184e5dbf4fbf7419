package io.streamalert.settings;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing that has to be configured for an output or for a collector of logs, such as a URL or a
 * key: how a person is asked for it, what a valid value looks like and whether it is kept as a
 * secret. Immutable and safe for use by many threads if the test of its form is.
 */
public final class Property {

  /** The characters that a value must not hold by default: a space and a colon. */
  public static final String DEFAULT_FORBIDDEN = " :";

  /** The longest valid value, in characters: {@value}. */
  public static final int LIMIT_VALUE = 4_096;

  private final String name;
  private final String description;
  private final boolean masked;
  private final boolean credential;
  private final boolean required;
  private final String forbidden;
  private final Predicate<String> form;
  private final String formInWords;

  private Property(Builder builder) {
    name = builder.name;
    description = builder.description;
    masked = builder.masked;
    credential = builder.credential;
    required = builder.required;
    forbidden = builder.forbidden;
    form = builder.form;
    formInWords = builder.formInWords;
  }

  /**
   * Starts a property that is required, is no credential, is shown while it is typed and may hold
   * neither a space nor a colon.
   *
   * @param name the name, as in the configuration; not blank
   * @param description completes the question to a person: Please supply ...; not blank
   * @return a new builder
   * @throws IllegalArgumentException if the name or the description is blank
   */
  public static Builder builder(String name, String description) {
    return new Builder(notBlank("name", name), notBlank("description", description));
  }

  /**
   * The name of the property.
   *
   * @return the name, as in the configuration
   */
  public String name() {
    return name;
  }

  /**
   * What a person is asked for.
   *
   * @return the description
   */
  public String description() {
    return description;
  }

  /**
   * Whether the value is hidden while it is typed.
   *
   * @return true if it is hidden
   */
  public boolean masked() {
    return masked;
  }

  /**
   * Whether the value is kept with the secrets instead of the configuration.
   *
   * @return true if it is kept with the secrets
   */
  public boolean credential() {
    return credential;
  }

  /**
   * Whether there must be a value.
   *
   * @return false if it may be left out
   */
  public boolean required() {
    return required;
  }

  /**
   * The characters that a value must not hold.
   *
   * @return the characters one after the other; may be empty
   */
  public String forbidden() {
    return forbidden;
  }

  /**
   * Checks a value.
   *
   * @param value the value; an empty one means that it is left out
   * @return what is wrong with it, as a sentence that names the property but never quotes the
   *     value; empty if it is valid
   */
  public Optional<String> check(String value) {
    Objects.requireNonNull(value, "value");
    if (value.isEmpty()) {
      return required ? problem("is required") : Optional.empty();
    }
    if (value.length() > LIMIT_VALUE) {
      return problem("must have at most " + LIMIT_VALUE + " characters");
    }
    if (value.chars().anyMatch(letter -> forbidden.indexOf(letter) >= 0)) {
      return problem("must not contain " + inWords(forbidden));
    }
    return form.test(value) ? Optional.empty() : problem("must be " + formInWords);
  }

  private Optional<String> problem(String what) {
    return Optional.of("\"" + name + "\" " + what);
  }

  private static String inWords(String characters) {
    return characters
        .chars()
        .mapToObj(letter -> Character.isWhitespace(letter)
            ? Character.getName(letter).toLowerCase(Locale.ROOT)
            : "'" + (char) letter + "'")
        .collect(Collectors.joining(" or "));
  }

  private static String notBlank(String what, String text) {
    if (Objects.requireNonNull(text, what).isBlank()) {
      throw new IllegalArgumentException("The " + what + " of a property must not be blank");
    }
    return text;
  }

  @Override
  public String toString() {
    return "Property[" + name + (masked ? ", masked" : "") + (credential ? ", credential" : "")
        + (required ? "" : ", optional") + "]";
  }

  /** Collects what there is to say of a property. A builder belongs to one thread. */
  public static final class Builder {

    private final String name;
    private final String description;
    private boolean masked;
    private boolean credential;
    private boolean required = true;
    private String forbidden = DEFAULT_FORBIDDEN;
    private Predicate<String> form = value -> true;
    private String formInWords = "";

    private Builder(String name, String description) {
      this.name = name;
      this.description = description;
    }

    /**
     * Hides the value while it is typed.
     *
     * @return this builder
     */
    public Builder masked() {
      masked = true;
      return this;
    }

    /**
     * Keeps the value with the secrets.
     *
     * @return this builder
     */
    public Builder credential() {
      credential = true;
      return this;
    }

    /**
     * Lets the value be left out.
     *
     * @return this builder
     */
    public Builder optional() {
      required = false;
      return this;
    }

    /**
     * Sets the characters that a value must not hold, in place of a space and a colon.
     *
     * @param characters the characters one after the other; empty to allow all. Characters outside
     *     the basic plane are not supported
     * @return this builder
     */
    public Builder forbidden(String characters) {
      forbidden = Objects.requireNonNull(characters, "characters");
      return this;
    }

    /**
     * Sets what a valid value looks like. By default any form is valid.
     *
     * @param form true for a valid value; asked only for values that are not empty and hold no
     *     forbidden character
     * @param inWords what a valid value is, to complete the sentence: It must be ...; not blank
     * @return this builder
     * @throws IllegalArgumentException if the words are blank
     */
    public Builder form(Predicate<String> form, String inWords) {
      this.form = Objects.requireNonNull(form, "form");
      this.formInWords = notBlank("form in words", inWords);
      return this;
    }

    /**
     * Makes the property.
     *
     * @return the property
     */
    public Property build() {
      return new Property(this);
    }
  }
}
