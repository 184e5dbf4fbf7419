package io.streamalert.intel;

import io.streamalert.record.FieldValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of threat intelligence: which normalised types hold values of which
 * type of indicator, which values are never looked for, and the settings of the store, such as the
 * name of its table. Immutable and safe for use by many threads; two are equal when all their parts
 * are.
 */
public final class IntelSpec {

  static final String ADDRESSES = "ip";

  private final Map<String, Set<String>> normalizedTypes;
  private final Map<String, String> indicatorTypes;
  private final Map<String, Set<String>> exclusions;
  private final AddressExclusions addressExclusions;
  private final Set<String> clusters;
  private final Map<String, FieldValue> settings;

  private IntelSpec(Builder builder) {
    normalizedTypes = copy(builder.normalizedTypes);
    exclusions = copy(builder.exclusions);
    addressExclusions = AddressExclusions.of(exclusions.getOrDefault(ADDRESSES, Set.of()));
    clusters = Collections.unmodifiableSet(new LinkedHashSet<>(builder.clusters));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(builder.settings));
    Map<String, String> inverted = new LinkedHashMap<>();
    normalizedTypes.forEach((type, names) -> names.forEach(name -> inverted.put(name, type)));
    indicatorTypes = Collections.unmodifiableMap(inverted);
  }

  /**
   * Starts an empty description.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The normalised types that hold values of each type of indicator.
   *
   * @return from type of indicator to normalised types, in the order in which they were added;
   *     unmodifiable
   */
  public Map<String, Set<String>> normalizedTypes() {
    return normalizedTypes;
  }

  /**
   * The type of indicator whose values a normalised type holds. If several types of indicator name
   * it, the one that was added last wins, as in StreamAlert 3.5.
   *
   * @param normalizedType the normalised type, such as {@code ip_address}
   * @return the type of indicator, or empty if the values of this type are not looked for
   */
  public Optional<String> indicatorType(String normalizedType) {
    return Optional.ofNullable(
        indicatorTypes.get(Objects.requireNonNull(normalizedType, "normalizedType")));
  }

  /**
   * The values that are never looked for.
   *
   * @param indicatorType the type of indicator
   * @return the exclusions of that type as written: values and, for {@code ip}, networks such as
   *     {@code 10.0.0.0/8}; unmodifiable, empty if there are none
   */
  public Set<String> exclusions(String indicatorType) {
    return exclusions.getOrDefault(
        Objects.requireNonNull(indicatorType, "indicatorType"), Set.of());
  }

  /**
   * Whether a value is never looked for. A value is excluded if it is among the {@linkplain
   * #exclusions exclusions} of its type. With exclusions for {@code ip} an address is excluded in any
   * of their networks, and so are {@code ::1} and whatever is no address.
   *
   * @param indicatorType the type of indicator
   * @param value the value
   * @return true if it is not to be looked for
   */
  public boolean isExcluded(String indicatorType, String value) {
    return indicatorType.equals(ADDRESSES)
        ? addressExclusions.excludes(value)
        : exclusions(indicatorType).contains(value);
  }

  /**
   * The clusters whose records are looked at.
   *
   * @return the clusters; unmodifiable, empty if all records are, also those without a cluster
   */
  public Set<String> clusters() {
    return clusters;
  }

  /**
   * One setting of the store.
   *
   * @param key the key as in the configuration, such as {@code dynamodb_table_name}
   * @return the value, or {@link FieldValue#missing()} if it is not set
   */
  public FieldValue setting(String key) {
    return settings.getOrDefault(Objects.requireNonNull(key, "key"), FieldValue.missing());
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> groups) {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    groups.forEach(
        (type, names) -> copy.put(type, Collections.unmodifiableSet(new LinkedHashSet<>(names))));
    return Collections.unmodifiableMap(copy);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntelSpec that
        && normalizedTypes.equals(that.normalizedTypes)
        && indicatorTypes.equals(that.indicatorTypes)
        && exclusions.equals(that.exclusions)
        && clusters.equals(that.clusters)
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(normalizedTypes, exclusions, clusters, settings);
  }

  @Override
  public String toString() {
    return "IntelSpec[normalizedTypes=" + normalizedTypes + ", exclusions of " + exclusions.keySet()
        + ", clusters=" + clusters + "]";
  }

  /**
   * Collects a description. A builder belongs to one thread; it can be used again after {@link
   * #build()}.
   */
  public static final class Builder {

    private final Map<String, Set<String>> normalizedTypes = new LinkedHashMap<>();
    private final Map<String, Set<String>> exclusions = new LinkedHashMap<>();
    private final Set<String> clusters = new LinkedHashSet<>();
    private final Map<String, FieldValue> settings = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Says which normalised types hold values of a type of indicator, in addition to those said
     * before.
     *
     * @param indicatorType the type of indicator, such as {@code ip}; not blank
     * @param types the normalised types; none of them blank
     * @return this builder
     * @throws IllegalArgumentException if a name is blank
     */
    public Builder normalizedTypes(String indicatorType, Collection<String> types) {
      addAll(normalizedTypes, indicatorType, types);
      return this;
    }

    /**
     * Says which values of a type of indicator are never looked for, in addition to those said
     * before.
     *
     * @param indicatorType the type of indicator; not blank
     * @param values the values or, for {@code ip}, addresses and networks such as {@code
     *     10.0.0.0/8}, which {@link #build()} checks; none of them blank
     * @return this builder
     * @throws IllegalArgumentException if the type or a value is blank
     */
    public Builder exclusions(String indicatorType, Collection<String> values) {
      addAll(exclusions, indicatorType, values);
      return this;
    }

    /**
     * Says of which clusters records are looked at, in addition to those said before. Records of
     * other clusters, and records without one, are then left alone.
     *
     * @param names the names of the clusters; none of them blank; default all records
     * @return this builder
     * @throws IllegalArgumentException if a name is blank
     */
    public Builder clusters(Collection<String> names) {
      names.forEach(name -> clusters.add(notBlank(name)));
      return this;
    }

    /**
     * Sets one setting of the store.
     *
     * @param key the key as in the configuration
     * @param value the value, in place of one set before
     * @return this builder
     */
    public Builder setting(String key, FieldValue value) {
      settings.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Makes the description.
     *
     * @return the description as collected so far
     * @throws io.streamalert.settings.ConfigException with every exclusion of {@code ip} that is
     *     neither an address nor a network
     */
    public IntelSpec build() {
      return new IntelSpec(this);
    }

    private static void addAll(
        Map<String, Set<String>> groups, String type, Collection<String> names) {
      Objects.requireNonNull(names, "names");
      Set<String> group = groups.computeIfAbsent(notBlank(type), added -> new LinkedHashSet<>());
      names.forEach(name -> group.add(notBlank(name)));
    }

    private static String notBlank(String name) {
      if (Objects.requireNonNull(name, "name").isBlank()) {
        throw new IllegalArgumentException(
            "A name in the description of threat intelligence must not be blank");
      }
      return name;
    }
  }
}
