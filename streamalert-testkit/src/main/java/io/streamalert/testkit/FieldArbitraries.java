package io.streamalert.testkit;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.condition.Mention;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values of the top-level fields of one schema, with those that conditions mention put in. */
final class FieldArbitraries {

  private final LogSchema schema;
  private final Map<String, List<Wish>> wishes = new LinkedHashMap<>();

  /** Values that somebody would like to see below a top-level field. */
  private record Wish(List<String> keys, List<FieldValue> values) {}

  FieldArbitraries(LogSchema schema, List<Mention> mentions) {
    this.schema = schema;
    for (Mention mention : mentions) {
      path(mention).ifPresent(path -> wish(path, mention.values()));
    }
  }

  private void wish(List<String> path, List<FieldValue> values) {
    List<FieldValue> fitting =
        values.stream().filter(value -> fits(path, value)).toList();
    if (!fitting.isEmpty()) {
      wishes
          .computeIfAbsent(path.get(0), key -> new ArrayList<>())
          .add(new Wish(path.subList(1, path.size()), fitting));
    }
  }

  /** Where a mentioned field can stand in a record of the schema; empty if nowhere. */
  private Optional<List<String>> path(Mention mention) {
    List<String> keys = mention.path().keys();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (schema.fields().containsKey(keys.get(0))) {
      return Optional.of(keys);
    }
    return mention.anywhere() ? below(keys.get(0)) : Optional.empty();
  }

  /** The first field that may hold a key. */
  private Optional<List<String>> below(String key) {
    return schema.fields().entrySet().stream()
        .filter(field -> isAny(field.getValue()) || field.getValue().fields().containsKey(key))
        .map(field -> List.of(field.getKey(), key))
        .findFirst();
  }

  private boolean fits(List<String> path, FieldValue value) {
    FieldType type = schema.fields().get(path.get(0));
    for (String key : path.subList(1, path.size())) {
      if (type == null || isAny(type)) {
        return type != null;
      }
      type = type.fields().get(key);
      if (type != null && !value.exists()) {
        return false; // such a map has all of its keys
      }
    }
    return type != null && fits(type, value);
  }

  private static boolean fits(FieldType type, FieldValue value) {
    if (isAny(type)) {
      return value.exists();
    }
    boolean isSimple = type.fields().isEmpty();
    return isSimple && (value.isNull() || value.kind() == type.emptyValue().kind());
  }

  private static boolean isAny(FieldType type) {
    return type.equals(FieldType.any());
  }

  /** Values of one field; where only named ones are wanted, each is one that was wished for. */
  Arbitrary<FieldValue> of(String key, FieldType type, boolean named) {
    List<Wish> wished = wishes.getOrDefault(key, List.of());
    Arbitrary<FieldValue> value = plain(key, type);
    if (wished.stream().anyMatch(wish -> !wish.keys.isEmpty())) {
      value = value.map(v -> v.kind() == Kind.MAP ? v : FieldValue.map(Map.of()));
    }
    for (Wish wish : wished) {
      value = wish.keys.isEmpty() ? chosen(wish, value, named) : placed(wish, value, named);
    }
    return value;
  }

  private Arbitrary<FieldValue> plain(String key, FieldType type) {
    Arbitrary<FieldValue> values = JsonValues.of(type);
    return schema.optionalFields().contains(key)
        ? Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(type.emptyValue())), Tuple.of(2, values))
        : values;
  }

  private static Arbitrary<FieldValue> chosen(
      Wish wish, Arbitrary<FieldValue> other, boolean named) {
    Arbitrary<FieldValue> values = Arbitraries.of(wish.values);
    return named ? values : Arbitraries.frequencyOf(Tuple.of(2, values), Tuple.of(1, other));
  }

  private static Arbitrary<FieldValue> placed(
      Wish wish, Arbitrary<FieldValue> outer, boolean named) {
    Arbitrary<Optional<FieldValue>> inner = Arbitraries.of(wish.values).map(Optional::of);
    Arbitrary<Optional<FieldValue>> choice = named
        ? inner
        : Arbitraries.frequencyOf(
            Tuple.of(4, inner),
            Tuple.of(1, JsonValues.any().map(Optional::of)),
            Tuple.of(1, Arbitraries.just(Optional.<FieldValue>empty())));
    return Combinators.combine(outer, choice)
        .as((map, value) -> value.map(v -> place(map, wish.keys, v)).orElse(map));
  }

  private static FieldValue place(FieldValue in, List<String> keys, FieldValue value) {
    if (keys.isEmpty()) {
      return value;
    }
    FieldValue map = in.kind() == Kind.MAP ? in : FieldValue.map(Map.of());
    String key = keys.get(0);
    FieldValue inner = place(map.at(key), keys.subList(1, keys.size()), value);
    if (inner.exists()) {
      return map.with(key, inner);
    }
    Map<String, FieldValue> fewer = new LinkedHashMap<>(map.fields());
    fewer.remove(key);
    return FieldValue.map(fewer);
  }
}
