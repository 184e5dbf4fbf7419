package io.streamalert.classify;

import io.streamalert.classify.Unclassified.Nearest;
import io.streamalert.record.LogType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a payload fits none of several schemas, and which of them it is closest to. */
final class SchemaReasons {

  private final Map<LogType, String> byType = new LinkedHashMap<>();
  private @Nullable LogType nearest;
  private int smallestDistance = Integer.MAX_VALUE;

  /** A reason; the distance counts wrong keys, with {@link Integer#MAX_VALUE} for nothing in common. */
  void add(LogType type, String reason, int distance) {
    byType.put(type, reason);
    if (distance < smallestDistance) {
      smallestDistance = distance;
      nearest = type;
    }
  }

  Map<LogType, String> byType() {
    return Collections.unmodifiableMap(byType);
  }

  Optional<Nearest> nearest() {
    return Optional.ofNullable(nearest).map(type -> new Nearest(type, reasonOf(type)));
  }

  private String reasonOf(LogType type) {
    return byType.getOrDefault(type, "");
  }
}
