package io.streamalert.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first looked at. */
abstract sealed class LazyValue extends FieldValue permits LazyValue.Supplied, DerivedMap {

  // Racing threads work out equal values; any of them may stay.
  private @Nullable FieldValue value;

  LazyValue() {}

  static LazyValue of(Supplier<FieldValue> supplier) {
    return new Supplied(supplier);
  }

  /** A value that somebody else works out. */
  static final class Supplied extends LazyValue {

    private final Supplier<FieldValue> supplier;

    Supplied(Supplier<FieldValue> supplier) {
      this.supplier = supplier;
    }

    @Override
    FieldValue workOut() {
      return supplier.get();
    }
  }

  /** Works it out; always gives equal values. */
  abstract FieldValue workOut();

  private FieldValue value() {
    FieldValue known = value;
    if (known == null) {
      known = workOut();
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
    return value().at(key);
  }

  @Override
  public FieldValue at(String... path) {
    return value().at(path);
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
