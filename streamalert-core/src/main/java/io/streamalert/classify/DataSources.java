package io.streamalert.classify;

import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which log types each source may hold: the {@code data_sources} of all clusters. Immutable and
 * thread-safe.
 */
public final class DataSources {

  private static final DataSources ANY = new DataSources(null);

  private final @Nullable Map<LogSource, Declared> declared;

  private DataSources(@Nullable Map<LogSource, Declared> declared) {
    this.declared = declared;
  }

  /** What a cluster says of a source. */
  record Declared(@Nullable String cluster, Set<String> logs) {
    boolean allows(LogType type) {
      return logs.isEmpty() || logs.contains(type.family()) || logs.contains(type.name());
    }
  }

  /**
   * Every source is accepted and may hold every log type.
   *
   * @return the sources
   */
  public static DataSources any() {
    return ANY;
  }

  /**
   * Starts a list of sources; all others are refused.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Optional<Declared> find(LogSource source) {
    return declared == null ? forAny() : Optional.ofNullable(declared.get(source));
  }

  /** What holds for every source, where none is declared. */
  Optional<Declared> forAny() {
    return declared == null ? Optional.of(new Declared(null, Set.of())) : Optional.empty();
  }

  /**
   * The sources that are declared.
   *
   * @return the sources; empty for {@link #any()}
   */
  public Set<LogSource> declared() {
    return declared == null ? Set.of() : declared.keySet();
  }

  /** Collects sources. Not thread-safe. */
  public static final class Builder {

    private final Map<LogSource, Declared> declared = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a source.
     *
     * @param cluster the cluster that declares it
     * @param source the source
     * @param logs the log types it may hold: families such as {@code cloudtrail}, or whole names
     * @return this
     * @throws IllegalArgumentException if the list is empty or the source is there already
     */
    public Builder add(String cluster, LogSource source, Collection<String> logs) {
      Objects.requireNonNull(cluster, "cluster");
      if (logs.isEmpty()) {
        throw new IllegalArgumentException(
            "The source " + source + " of cluster " + cluster + " lists no log types");
      }
      Declared earlier = declared.putIfAbsent(source, new Declared(cluster, Set.copyOf(logs)));
      if (earlier != null) {
        throw new IllegalArgumentException("The source " + source + " is declared by cluster "
            + earlier.cluster() + " and by cluster " + cluster);
      }
      return this;
    }

    /**
     * Makes the list.
     *
     * @return the sources
     */
    public DataSources build() {
      return new DataSources(Map.copyOf(declared));
    }
  }
}
