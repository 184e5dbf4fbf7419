package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Objects;

/**
 * A field that a condition looks at, and values of it that matter there. Immutable.
 *
 * @param path the way to the field
 * @param anywhere whether the path is a single key that is looked for at any depth
 * @param values what the condition names, values close to that, and for the demands that name none
 *     one that meets them; a {@linkplain FieldValue#missing() missing} one stands for no such field.
 *     Empty for a regular expression
 */
public record Mention(FieldPath path, boolean anywhere, List<FieldValue> values) {

  /**
   * Copies the values.
   *
   * @param path the way to the field
   * @param anywhere whether it is looked for at any depth
   * @param values what matters
   */
  public Mention {
    Objects.requireNonNull(path, "path");
    values = List.copyOf(values);
  }
}
