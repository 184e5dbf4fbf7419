package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Payloads that often fit the schemas of {@link SchemaParts}, wholly or in parts. */
final class PayloadArbitraries {

  private static final List<String> KEYS = SchemaParts.KEYS;

  private PayloadArbitraries() {}

  /** Texts: JSON of many forms, CSV, keys and values, syslog lines. */
  static Arbitrary<String> payloads() {
    return Arbitraries.oneOf(
        json().map(FieldValue::toJson),
        json().map(FieldValue::toJson),
        json().map(FieldValue::toJson),
        texts());
  }

  static Arbitrary<FieldValue> json() {
    Arbitrary<Object> map = map();
    Arbitrary<Object> lists = Arbitraries.oneOf(
            map, value(), map.map(m -> FieldValue.of(m).toJson()))
        .list()
        .ofMaxSize(4)
        .map(l -> l);
    Arbitrary<Object> texts = texts().list().ofMaxSize(3).map(l -> l);
    Arbitrary<Object> wrapped = Combinators.combine(
            Arbitraries.of("Records", "logs"), Arbitraries.oneOf(lists, lists, texts), around())
        .as(PayloadArbitraries::wrapped);
    return Arbitraries.oneOf(map, lists, wrapped, wrapped, inText(), value()).map(FieldValue::of);
  }

  private static Object wrapped(String key, Object list, Map<String, ?> around) {
    Map<String, Object> map = new LinkedHashMap<>(around);
    map.put(key, list);
    return map;
  }

  private static Arbitrary<Map<String, ?>> around() {
    return Arbitraries.of(
        Map.of(),
        Map.of("e1", 5),
        Map.of("e1", "x", "e2", Map.of("x", "3")),
        Map.of("e1", "x", "e2", Map.of("y", 3)),
        Map.of("e1", "text", "more", 1));
  }

  private static Arbitrary<Object> inText() {
    return Combinators.combine(map(), around())
        .as((inner, around) ->
            wrapped("a", "info: " + FieldValue.of(inner).toJson() + " end", around));
  }

  private static Arbitrary<Object> map() {
    return Arbitraries.maps(Arbitraries.of(KEYS), value()).ofMaxSize(5).map(m -> m);
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.of(
        "text",
        "",
        "12",
        " 7 ",
        "1.5",
        "true",
        0,
        5,
        -3,
        1.5,
        1e300,
        true,
        false,
        List.of(),
        List.of(1),
        Map.of(),
        Map.of("x", 1),
        Map.of("x", "y"),
        Map.of("x", "3"),
        Map.of("y", 1));
  }

  static Arbitrary<String> texts() {
    Arbitrary<List<String>> cells = Arbitraries.of("x", "12", "te st", "", "\"a,b\"", "1.5")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
    Arbitrary<String> csv = cells
        .map(row -> String.join(",", row))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(rows -> String.join("\n", rows));
    Arbitrary<String> pairs = Combinators.combine(
            Arbitraries.of(KEYS), Arbitraries.of("=", "=", "=", ""), Arbitraries.of("1", "te", "="))
        .as((key, separator, text) -> key + separator + text)
        .list()
        .ofMaxSize(4)
        .map(list -> list.stream().collect(Collectors.joining(" ")));
    Arbitrary<String> syslog = Combinators.combine(
            Arbitraries.of("Jan 26 19:35:33", "Jan  6 19:35:33", "Feb 01 1935", "a_1 22 33:"),
            Arbitraries.of("web-1", "-web", "a.b"),
            Arbitraries.of("sudo", "sudo[1]", "sudo[1][x]", "sudo[]", ""),
            Arbitraries.of(": hello", ":hello", ": a\nb", ": a\n", ": "))
        .as((time, host, application, rest) -> time + " " + host + " " + application + rest);
    return Arbitraries.oneOf(csv, pairs, syslog);
  }
}
