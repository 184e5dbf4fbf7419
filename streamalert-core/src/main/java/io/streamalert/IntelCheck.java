package io.streamalert;

import io.streamalert.intel.Indicator;
import io.streamalert.intel.IndicatorKey;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.normalize.NormalizedValue;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks threat intelligence about a batch at once, and adds what it knows to the records. */
final class IntelCheck {

  private static final Logger LOG = LoggerFactory.getLogger(IntelCheck.class);

  private final IntelSpec spec;
  private final ThreatIntel intel;

  private IntelCheck(IntelSpec spec, ThreatIntel intel) {
    this.spec = spec;
    this.intel = intel;
  }

  /** With the given intelligence, or else what can be found for the spec. */
  static IntelCheck of(
      IntelSpec spec,
      @Nullable ThreatIntel given,
      Function<IntelSpec, Optional<ThreatIntel>> finder) {
    ThreatIntel intel = Optional.ofNullable(given)
        .or(() -> finder.apply(spec))
        .orElseThrow(() -> new ConfigException(
            Problem.of("Threat intelligence is configured, but nothing here knows indicators")
                .mendedBy("Add the artifact streamalert-aws-runtime, or pass a ThreatIntel.")));
    return new IntelCheck(spec, intel);
  }

  /** A record with its indicators, or one that should have been checked and could not be. */
  record Checked(LogRecord record, boolean intelMissing) {}

  List<Checked> check(List<LogRecord> records) {
    List<Set<IndicatorKey>> keys = records.stream().map(this::keys).toList();
    Set<IndicatorKey> all = new LinkedHashSet<>();
    keys.forEach(all::addAll);
    Optional<Set<IndicatorKey>> known = find(all);
    List<Checked> checked = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      boolean missing = known.isEmpty() && !keys.get(i).isEmpty();
      LogRecord record = enriched(records.get(i), keys.get(i), known.orElse(Set.of()));
      checked.add(new Checked(record, missing));
    }
    return checked;
  }

  private Set<IndicatorKey> keys(LogRecord record) {
    if (!spec.clusters().isEmpty()
        && !record.cluster().map(spec.clusters()::contains).orElse(false)) {
      return Set.of();
    }
    Set<IndicatorKey> keys = new LinkedHashSet<>();
    for (NormalizedValue normalized : NormalizedValue.allOf(record)) {
      spec.indicatorType(normalized.type()).ifPresent(type -> addKeys(type, normalized, keys));
    }
    return keys;
  }

  private void addKeys(String type, NormalizedValue normalized, Set<IndicatorKey> keys) {
    for (FieldValue value : normalized.values()) {
      String text = isScalar(value) ? value.asText() : "";
      if (!text.isEmpty() && !spec.isExcluded(type, text)) {
        keys.add(new IndicatorKey(type, text));
      }
    }
  }

  private static boolean isScalar(FieldValue value) {
    return switch (value.kind()) {
      case STRING, INTEGER, FLOAT -> true;
      default -> false;
    };
  }

  /** The keys with indicators, or empty if the answer did not come; that must not cost the batch. */
  private Optional<Set<IndicatorKey>> find(Set<IndicatorKey> keys) {
    if (keys.isEmpty()) {
      return Optional.of(Set.of());
    }
    try {
      return Optional.of(intel.find(Collections.unmodifiableSet(keys)).stream()
          .map(Indicator::key)
          .collect(Collectors.toUnmodifiableSet()));
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      // Not its message, which may hold the values that were looked for.
      LOG.warn(
          "Threat intelligence did not answer for {} values: {}; rules see these records without"
              + " indicators",
          keys.size(),
          e.getClass().getName());
      return Optional.empty();
    }
  }

  private static LogRecord enriched(
      LogRecord record, Set<IndicatorKey> keys, Set<IndicatorKey> known) {
    Map<String, List<FieldValue>> found = new LinkedHashMap<>();
    for (IndicatorKey key : keys) {
      if (known.contains(key)) {
        found
            .computeIfAbsent(key.type(), type -> new ArrayList<>())
            .add(FieldValue.of(key.value()));
      }
    }
    return found.isEmpty() ? record : record.with(LogRecord.INDICATORS_KEY, FieldValue.of(found));
  }
}
