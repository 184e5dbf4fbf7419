package io.streamalert.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map with some fields laid over it, so that changing one field of a large record is cheap. */
final class OverlaidMap extends FieldValue {

  private final FieldValue base;
  private final Map<String, FieldValue> over;
  private final @Nullable CommonFields common;

  private OverlaidMap(
      FieldValue base, Map<String, FieldValue> over, @Nullable CommonFields common) {
    this.base = base;
    this.over = over;
    this.common = common;
  }

  static OverlaidMap of(FieldValue base, Map<String, FieldValue> over) {
    return new OverlaidMap(base, over, null);
  }

  static OverlaidMap of(FieldValue base, CommonFields common) {
    return new OverlaidMap(base, common.fields(), common);
  }

  FieldValue base() {
    return base;
  }

  /** The fields that lie over those of the base. */
  Map<String, FieldValue> over() {
    return over;
  }

  /** The fields that lie over those of the base, if other maps have them too. */
  @Nullable
  CommonFields common() {
    return common;
  }

  @Override
  public Kind kind() {
    return Kind.MAP;
  }

  @Override
  public FieldValue at(String key) {
    FieldValue found = over.get(key);
    return found == null ? base.at(key) : found;
  }

  @Override
  public FieldValue at(FieldPath path) {
    FieldValue found = atOver(path.steps());
    return found == null ? base.at(path) : found;
  }

  @Override
  public FieldValue at(String... keys) {
    FieldValue found = atOver(keys);
    return found == null ? base.at(keys) : found;
  }

  /** What is there if the first key leads to a field laid over the base, else null. */
  private @Nullable FieldValue atOver(String[] keys) {
    FieldValue found = keys.length == 0 ? this : over.get(keys[0]);
    for (int step = 1; step < keys.length && found != null; step++) {
      found = found.at(keys[step]);
    }
    return found;
  }

  @Override
  public Map<String, FieldValue> fields() {
    Map<String, FieldValue> fields = new LinkedHashMap<>(base.fields());
    fields.putAll(over);
    return Collections.unmodifiableMap(fields);
  }

  @Override
  public Optional<String> asString() {
    return Optional.empty();
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return Optional.empty();
  }

  @Override
  String numberText() {
    throw new IllegalStateException("A map is not a number");
  }

  @Override
  void appendJson(StringBuilder out) {
    JsonText.appendMap(out, fields());
  }

  @Override
  public FieldValue detached() {
    return of(base.detached(), JsonText.detached(over));
  }

  @Override
  public boolean isKnownAscii() {
    return base.isKnownAscii()
        && (common != null ? common.areKnownAscii() : CommonFields.areKnownAscii(over));
  }

  /** Always: nothing is laid over a map without a field. */
  @Override
  boolean hasContent() {
    return true;
  }
}
