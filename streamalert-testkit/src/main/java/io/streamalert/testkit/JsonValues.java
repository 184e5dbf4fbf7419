package io.streamalert.testkit;

import io.streamalert.classify.FieldType;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Values of JSON, and of the types of schemas. */
final class JsonValues {

  private static final int SHORT = 8;
  private static final int FEW = 3;
  private static final int DEEP = 2;
  private static final FieldValue NULL = FieldValue.of(null);

  private JsonValues() {}

  /** Mostly values of the type, now and then null or empty, which fit every type but maps of keys. */
  static Arbitrary<FieldValue> of(FieldType type) {
    if (!type.fields().isEmpty()) {
      return map(type.fields());
    }
    return Arbitraries.frequencyOf(
        Tuple.of(8, typed(type)),
        Tuple.of(1, Arbitraries.just(NULL)),
        Tuple.of(1, Arbitraries.just(type.emptyValue())));
  }

  private static Arbitrary<FieldValue> typed(FieldType type) {
    return switch (type.emptyValue().kind()) {
      case STRING -> texts().map(FieldValue::of);
      case INTEGER -> Arbitraries.longs().map(FieldValue::of);
      case FLOAT -> Arbitraries.doubles().map(FieldValue::of);
      case BOOLEAN -> Arbitraries.of(true, false).map(FieldValue::of);
      case LIST -> lists(any());
      default -> any();
    };
  }

  private static Arbitrary<FieldValue> map(Map<String, FieldType> types) {
    List<String> keys = List.copyOf(types.keySet());
    List<Arbitrary<FieldValue>> values =
        types.values().stream().map(JsonValues::of).toList();
    return Combinators.combine(values).as(all -> {
      Map<String, FieldValue> fields = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        fields.put(keys.get(i), all.get(i));
      }
      return FieldValue.map(fields);
    });
  }

  /** Any JSON value of little depth. */
  static Arbitrary<FieldValue> any() {
    return any(DEEP);
  }

  private static Arbitrary<FieldValue> any(int depth) {
    Arbitrary<FieldValue> scalars = Arbitraries.oneOf(
        Arbitraries.just(NULL),
        Arbitraries.of(true, false).map(FieldValue::of),
        Arbitraries.longs().map(FieldValue::of),
        Arbitraries.doubles().map(FieldValue::of),
        texts().map(FieldValue::of));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<FieldValue> inner = any(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars), Tuple.of(1, lists(inner)), Tuple.of(2, maps(inner)));
  }

  private static Arbitrary<FieldValue> lists(Arbitrary<FieldValue> elements) {
    return elements.list().ofMaxSize(FEW).map(FieldValue::list);
  }

  private static Arbitrary<FieldValue> maps(Arbitrary<FieldValue> values) {
    StringArbitrary keys = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(SHORT);
    return Arbitraries.maps(keys, values).ofMaxSize(FEW).map(FieldValue::map);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.strings().alpha().ofMaxLength(SHORT)),
        Tuple.of(
            1, Arbitraries.of("", " ", "0", "true", "null", "127.0.0.1", "::1", "a@b.example")),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(SHORT)));
  }
}
