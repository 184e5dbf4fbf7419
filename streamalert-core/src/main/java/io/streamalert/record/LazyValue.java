package io.streamalert.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first looked at. */
final class LazyValue extends FieldValue {

  private final Supplier<FieldValue> supplier;
  private final @Nullable Set<String> keys;
  // Racing threads work out equal values; any of them may stay.
  private @Nullable FieldValue value;

  LazyValue(Supplier<FieldValue> supplier, @Nullable Set<String> keys) {
    this.supplier = supplier;
    this.keys = keys;
  }

  private FieldValue value() {
    FieldValue known = value;
    if (known == null) {
      known = supplier.get();
      value = known;
    }
    return known;
  }

  @Override
  public Kind kind() {
    return value().kind();
  }

  @Override
  public FieldValue at(String key) {
    return keys == null || keys.contains(key) ? value().at(key) : missing();
  }

  @Override
  public FieldValue at(String... path) {
    return path.length == 0 || keys == null || keys.contains(path[0])
        ? value().at(path)
        : missing();
  }

  @Override
  public List<FieldValue> elements() {
    return value().elements();
  }

  @Override
  public Map<String, FieldValue> fields() {
    return value().fields();
  }

  @Override
  public Optional<String> asString() {
    return value().asString();
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return value().asBoolean();
  }

  @Override
  String numberText() {
    return value().numberText();
  }

  @Override
  void appendJson(StringBuilder out) {
    value().appendJson(out);
  }

  @Override
  public FieldValue detached() {
    return value().detached();
  }

  @Override
  boolean hasContent() {
    return value().hasContent();
  }
}
