package io.streamalert.intel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Indicators in memory. */
final class IndicatorSet implements ThreatIntel {

  private final Map<IndicatorKey, List<Indicator>> byKey;
  private final Predicate<Indicator> valid;

  IndicatorSet(Collection<Indicator> indicators, Predicate<Indicator> valid) {
    byKey = Objects.requireNonNull(indicators, "indicators").stream()
        .collect(Collectors.groupingBy(Indicator::key));
    this.valid = valid;
  }

  @Override
  public Set<Indicator> find(Set<IndicatorKey> keys) {
    Set<Indicator> found = new LinkedHashSet<>();
    for (IndicatorKey key : keys) {
      byKey.getOrDefault(key, List.of()).stream().filter(valid).forEach(found::add);
    }
    return found;
  }
}
