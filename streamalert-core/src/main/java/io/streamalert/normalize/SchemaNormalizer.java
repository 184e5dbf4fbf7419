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

  private final Map<LogType, TypeNormalizer> byLogType;

  private SchemaNormalizer(Map<LogType, TypeNormalizer> byLogType) {
    this.byLogType = byLogType;
  }

  static Normalizer of(Map<LogType, FieldValue> configurations) {
    Map<LogType, TypeNormalizer> byLogType = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    configurations.forEach((logType, types) -> {
      if (types.kind() != FieldValue.Kind.MAP) {
        problems.add(Problem.of("The normalization of " + logType + " is no map")
            .mendedBy("Write {\"TYPE\": [\"KEY\", …], …}."));
      }
      Map<String, List<NormalizationRule>> rules = new LinkedHashMap<>();
      types.fields().forEach((type, parameters) -> {
        String where = "The normalization of " + logType + " to " + type;
        rules.put(type, NormalizationRule.parse(where, parameters, problems));
      });
      byLogType.put(logType, new TypeNormalizer(rules));
    });
    ConfigException.throwIfAny(problems);
    return new SchemaNormalizer(byLogType);
  }

  @Override
  public LogRecord normalize(LogRecord record) {
    TypeNormalizer normalizer = byLogType.get(record.type());
    return normalizer == null || record.content().kind() != FieldValue.Kind.MAP
        ? record
        : record.withDerived(LogRecord.NORMALIZATION_KEY, normalizer);
  }
}
