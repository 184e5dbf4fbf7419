package io.streamalert.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first looked at. */
final class LazyValue extends FieldValue {

  private final Supplier<FieldValue> supplier;
  private final @Nullable Set<String> keys;
  private final @Nullable Function<LogRecord, FieldValue> derivation;
  // Racing threads work out equal values; any of them may stay.
  private @Nullable FieldValue value;

  private LazyValue(
      Supplier<FieldValue> supplier,
      @Nullable Set<String> keys,
      @Nullable Function<LogRecord, FieldValue> derivation) {
    this.supplier = supplier;
    this.keys = keys;
    this.derivation = derivation;
  }

  static LazyValue of(Supplier<FieldValue> supplier) {
    return new LazyValue(supplier, null, null);
  }

  /** A map with no other keys than these, that follows from a record. */
  static LazyValue derived(
      LogRecord record, Set<String> keys, Function<LogRecord, FieldValue> derivation) {
    return new LazyValue(() -> derivation.apply(record), Set.copyOf(keys), derivation);
  }

  /** A copy for an equal record that is detached: what follows from it need not be copied. */
  FieldValue detachedWith(LogRecord record) {
    return keys == null || derivation == null ? detached() : derived(record, keys, derivation);
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
