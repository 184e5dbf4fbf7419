package io.streamalert.normalize;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.Map;

/**
 * Adds normalised values to records, so that a rule can look for an IP address wherever a log type
 * keeps it. Implementations never throw for what a record holds, and must be thread-safe.
 */
@FunctionalInterface
public interface Normalizer {

  /**
   * Normalises a record.
   *
   * @param record the record
   * @return the record with {@link LogRecord#NORMALIZATION_KEY}, or the same where its log type has
   *     nothing to normalise
   */
  LogRecord normalize(LogRecord record);

  /**
   * Normalises by the {@code normalization} that the schemas of StreamAlert 3.5 configure.
   *
   * @param configurations for each log type a map from a normalised type to a list of keys, or to a
   *     list of maps with {@code path}, {@code function}, {@code condition}, {@code
   *     send_to_artifacts}
   * @return the normalizer
   * @throws io.streamalert.settings.ConfigException with every problem of the configurations
   */
  static Normalizer of(Map<LogType, FieldValue> configurations) {
    return configurations.isEmpty() ? none() : SchemaNormalizer.of(configurations);
  }

  /**
   * Leaves records as they are.
   *
   * @return the normalizer
   */
  static Normalizer none() {
    return record -> record;
  }
}
