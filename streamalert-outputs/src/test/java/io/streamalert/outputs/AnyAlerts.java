package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Alerts with records of any content, from empty to very large. */
final class AnyAlerts {

  private static final int MEGABYTE = 1 << 20;
  private static final int LEVELS = 3;
  private static final int DEEPEST = 60;

  private AnyAlerts() {}

  /** Any UTF-16 text, lone surrogates included, and now and then one of a megabyte. */
  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.strings().all().ofMaxLength(40)),
        Tuple.of(
            4,
            Arbitraries.strings()
                .withChars("&<>\"'\n \ud83d\ude00*x")
                .ofMinLength(3_500)
                .ofMaxLength(9_000)),
        Tuple.of(
            1,
            Arbitraries.of("x", " ", "\n", "\"", "\ud83d\ude00", "\u0000")
                .map(part -> part.repeat(MEGABYTE / part.length()))));
  }

  static Arbitrary<FieldValue> values() {
    return values(LEVELS);
  }

  /** Wide values have few levels, deep ones are narrow: else some take minutes to make. */
  private static Arbitrary<FieldValue> values(int levels) {
    Arbitrary<FieldValue> leaves = Arbitraries.oneOf(
        texts().map(FieldValue::of),
        Arbitraries.of(null, true, 1.5, 7L, List.of(), Map.of()).map(FieldValue::of),
        Arbitraries.just(FieldValue.parse("[1e400,123456789012345678901234567890]")),
        Arbitraries.integers().between(1, DEEPEST).map(AnyAlerts::deep));
    return levels == 0
        ? leaves
        : Arbitraries.frequencyOf(
            Tuple.of(4, leaves),
            Tuple.of(1, values(levels - 1).list().ofMaxSize(4).map(FieldValue::list)),
            Tuple.of(1, maps(4, levels - 1)));
  }

  private static FieldValue deep(int levels) {
    FieldValue value = FieldValue.of("deep");
    for (int level = 0; level < levels; level++) {
      value = level % 2 == 0 ? FieldValue.list(List.of(value)) : FieldValue.map(Map.of("a", value));
    }
    return value;
  }

  private static Arbitrary<FieldValue> maps(int most, int levels) {
    return Arbitraries.maps(texts(), values(levels)).ofMaxSize(most).map(FieldValue::map);
  }

  static Arbitrary<Alert> alerts() {
    return Combinators.combine(maps(12, LEVELS), texts(), texts())
        .as((record, title, description) -> Alert.builder(
                "a_rule", LogRecord.of("acme:login", "{}").withContent(record), Instant.EPOCH)
            .title(title)
            .description(description)
            .build());
  }

  /** An alert merged of 50 parts of a megabyte. */
  static Alert merged() {
    Map<String, FieldValue> parts = new LinkedHashMap<>();
    for (int part = 0; part < 50; part++) {
      parts.put("part " + part, FieldValue.of(Map.of("message", "line\n".repeat(MEGABYTE / 5))));
    }
    return Alert.builder(
            "a_rule",
            LogRecord.of("acme:login", "{}").withContent(FieldValue.map(parts)),
            Instant.EPOCH)
        .build();
  }

  static DeliveryRequest request(Alert alert, Publication publication) {
    return DeliveryRequest.builder(alert, publication)
        .idempotencyKey("a key")
        .deadline(Instant.MAX)
        .build();
  }

  static DeliveryRequest request(Alert alert) {
    return request(alert, Publisher.standard().publish(alert, Publication.empty()));
  }
}
