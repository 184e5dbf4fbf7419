package io.streamalert.normalize;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Normalises by what the schemas say of each log type. */
final class SchemaNormalizer implements Normalizer {

  private final Map<LogType, Map<String, List<NormalizationRule>>> byLogType;

  private SchemaNormalizer(Map<LogType, Map<String, List<NormalizationRule>>> byLogType) {
    this.byLogType = byLogType;
  }

  static Normalizer of(Map<LogType, FieldValue> configurations) {
    Map<LogType, Map<String, List<NormalizationRule>>> byLogType = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    configurations.forEach((logType, types) -> {
      Map<String, List<NormalizationRule>> rules = new LinkedHashMap<>();
      types.fields().forEach((type, parameters) -> {
        String where = "The normalization of " + logType + " to " + type;
        rules.put(type, NormalizationRule.parse(where, parameters, problems));
      });
      byLogType.put(logType, rules);
    });
    ConfigException.throwIfAny(problems);
    return new SchemaNormalizer(byLogType);
  }

  @Override
  public LogRecord normalize(LogRecord record) {
    Map<String, List<NormalizationRule>> types = byLogType.get(record.type());
    if (types == null || record.content().kind() != FieldValue.Kind.MAP) {
      return record;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    types.forEach((type, rules) -> {
      List<FieldValue> entries = entries(record.content(), rules);
      if (!entries.isEmpty()) {
        result.put(type, entries);
      }
    });
    if (!result.isEmpty()) {
      result.put(LogRecord.RECORD_ID_KEY, record.id().toString());
    }
    return record.with(LogRecord.NORMALIZATION_KEY, FieldValue.of(result));
  }

  private static List<FieldValue> entries(FieldValue content, List<NormalizationRule> rules) {
    List<FieldValue> entries = new ArrayList<>();
    for (NormalizationRule rule : rules) {
      rule.entry(content).ifPresent(entries::add);
    }
    return entries;
  }
}
