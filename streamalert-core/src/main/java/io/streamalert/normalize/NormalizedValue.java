package io.streamalert.normalize;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of one normalised type that were found at one place of a record. Immutable.
 *
 * <p>Its form inside a record is that of StreamAlert 3.5: {@code {"function": …, "values": […]}}.
 */
public final class NormalizedValue {

  private static final String FUNCTION = "function";
  private static final String VALUES = "values";
  private static final String SEND_TO_ARTIFACTS = "send_to_artifacts";

  private final String type;
  private final @Nullable String function;
  private final List<FieldValue> values;
  private final boolean artifact;

  private NormalizedValue(
      String type, @Nullable String function, List<FieldValue> values, boolean artifact) {
    this.type = type;
    this.function = function;
    this.values = values;
    this.artifact = artifact;
  }

  /**
   * Reads what a normalizer left in a record.
   *
   * @param record the record
   * @return the normalised values in their order; empty where there are none
   */
  public static List<NormalizedValue> allOf(LogRecord record) {
    List<NormalizedValue> all = new ArrayList<>();
    record
        .at(LogRecord.NORMALIZATION_KEY)
        .fields()
        .forEach(
            (type, entries) -> entries.elements().forEach(entry -> all.add(read(type, entry))));
    return List.copyOf(all);
  }

  private static NormalizedValue read(String type, FieldValue entry) {
    FieldValue function = entry.at(FUNCTION);
    return new NormalizedValue(
        type,
        function.isMissing() ? null : function.asText(),
        entry.at(VALUES).elements(),
        !entry.at(SEND_TO_ARTIFACTS).is(false));
  }

  /**
   * All values of a normalised type, wherever in the record they stand.
   *
   * @param record the record
   * @param type the normalised type, such as {@code ip_address}
   * @return the values, each once; empty where there are none
   */
  public static Set<FieldValue> valuesOf(LogRecord record, String type) {
    Set<FieldValue> values = new LinkedHashSet<>();
    for (FieldValue entry : record.at(LogRecord.NORMALIZATION_KEY, type).elements()) {
      values.addAll(entry.at(VALUES).elements());
    }
    return Collections.unmodifiableSet(values);
  }

  /**
   * The normalised type.
   *
   * @return for example {@code ip_address}
   */
  public String type() {
    return type;
  }

  /**
   * What the values do in the record.
   *
   * @return for example {@code Source IP addresses}, or empty where the schema does not say
   */
  public Optional<String> function() {
    return Optional.ofNullable(function);
  }

  /**
   * The values.
   *
   * @return the elements of a list as they are, or one text
   */
  public List<FieldValue> values() {
    return values;
  }

  /**
   * Whether artifacts are made of these values.
   *
   * @return false only where the schema says so
   */
  public boolean isArtifact() {
    return artifact;
  }
}
