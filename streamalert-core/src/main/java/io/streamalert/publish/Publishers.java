package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The publishers that rules can name. Those that ship are always there: {@code standard}, {@code
 * add_record}, {@code blank}, {@code remove_internal_fields}, {@code remove_fields}, {@code
 * remove_streamalert_normalization}, {@code enumerate_fields}, {@code populate_fields} and {@code
 * stringify_arrays}. {@code docs/publishers.md} says what each does.
 *
 * <p>A publisher may have further names, aliases; those that ship have the names of StreamAlert 3.5,
 * such as {@code publishers.community.generic.add_record}, which stored alerts hold. Immutable and
 * thread-safe, as far as the publishers are.
 */
public final class Publishers {

  private final Map<String, Publisher> byName;
  private final Map<String, String> aliases;

  private Publishers(Map<String, Publisher> byName, Map<String, String> aliases) {
    this.byName = Collections.unmodifiableMap(byName);
    this.aliases = Collections.unmodifiableMap(aliases);
  }

  /**
   * The publishers that ship.
   *
   * @return these alone
   */
  public static Publishers builtIn() {
    return builder().build();
  }

  /**
   * Starts with the publishers that ship.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Several publishers as one, as {@link Publisher#chain} makes it.
   *
   * @param names names or aliases in their order; unknown ones are passed over, see {@link #unknown}
   * @return the chain; {@link Publisher#standard()} if none of the names is known
   */
  public Publisher chain(List<String> names) {
    List<Publisher> chain = new ArrayList<>(names.size());
    for (String name : names) {
      Publisher publisher = find(name);
      if (publisher != null) {
        chain.add(publisher);
      }
    }
    return Publisher.chain(chain);
  }

  /**
   * What an output receives of an alert.
   *
   * @param alert the alert, which names its publishers by output; unknown names are passed over
   * @param output the output
   * @return the publication
   * @throws RuntimeException if a publisher cannot make one
   */
  public Publication publish(Alert alert, OutputId output) {
    return chain(alert.publishers().getOrDefault(output, List.of()))
        .publish(alert, Publication.empty());
  }

  /**
   * The names that no publisher has.
   *
   * @param names any names
   * @return the unknown ones in their order, each once
   */
  public List<String> unknown(Collection<String> names) {
    return names.stream().filter(name -> !has(name)).distinct().toList();
  }

  /**
   * Whether there is such a publisher.
   *
   * @param name a name or an alias
   * @return true if there is
   */
  public boolean has(String name) {
    return find(name) != null;
  }

  /**
   * The names of the publishers.
   *
   * @return the names without aliases, in alphabetical order; unmodifiable
   */
  public Set<String> names() {
    return byName.keySet();
  }

  private @Nullable Publisher find(String name) {
    Publisher publisher = byName.get(Objects.requireNonNull(name, "name"));
    return publisher != null ? publisher : byName.get(aliases.getOrDefault(name, name));
  }

  /** {@return the names} */
  @Override
  public String toString() {
    return "Publishers" + names();
  }

  /** Collects publishers. Not thread-safe. */
  public static final class Builder {

    private final Map<String, Publisher> byName = new TreeMap<>(GenericPublishers.byName());
    private final Map<String, String> aliases = new TreeMap<>(GenericPublishers.aliases());
    private final List<Problem> problems = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a publisher.
     *
     * @param name the name by which rules ask for it; not blank
     * @param publisher the publisher
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder add(String name, Publisher publisher) {
      if (Objects.requireNonNull(name, "name").isBlank()) {
        throw new IllegalArgumentException("The name of a publisher must not be blank");
      }
      Publisher other = byName.putIfAbsent(name, Objects.requireNonNull(publisher, "publisher"));
      if (other != null) {
        problems.add(Problem.of("Two publishers have the name \"" + name + "\": "
                + other.getClass().getName() + " and " + publisher.getClass().getName())
            .mendedBy("Rename one of them, or keep only one."));
      }
      return this;
    }

    /**
     * Adds publishers.
     *
     * @param publishers from name to publisher; no name blank
     * @return this builder
     * @throws IllegalArgumentException if a name is blank
     */
    public Builder addAll(Map<String, ? extends Publisher> publishers) {
      publishers.forEach(this::add);
      return this;
    }

    /**
     * Gives a publisher one more name, under which alerts that were stored elsewhere know it.
     *
     * @param alias the other name
     * @param name the name of the publisher, which may be added later
     * @return this builder
     */
    public Builder alias(String alias, String name) {
      String other = aliases.putIfAbsent(
          Objects.requireNonNull(alias, "alias"), Objects.requireNonNull(name, "name"));
      if (other != null && !other.equals(name)) {
        problems.add(Problem.of(
                "The alias \"" + alias + "\" stands for two publishers: " + other + " and " + name)
            .mendedBy("Keep one of them."));
      }
      return this;
    }

    /**
     * Makes the registry.
     *
     * @return the registry
     * @throws ConfigException with every problem: names that stand twice, aliases that are names or
     *     stand for no publisher
     */
    public Publishers build() {
      List<Problem> all = new ArrayList<>(problems);
      aliases.forEach((alias, name) -> check(alias, name, all));
      ConfigException.throwIfAny(all);
      return new Publishers(new TreeMap<>(byName), new TreeMap<>(aliases));
    }

    private void check(String alias, String name, List<Problem> all) {
      if (byName.containsKey(alias)) {
        all.add(Problem.of("\"" + alias + "\" is the name of a publisher and an alias of " + name)
            .mendedBy("Keep one of them."));
      }
      if (!byName.containsKey(name)) {
        all.add(Problem.of("The alias \"" + alias + "\" stands for the publisher \"" + name
                + "\", which is not there")
            .choose(name, byName.keySet()));
      }
    }
  }
}
