package io.streamalert.classify;

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

  Optional<LogType> nearest() {
    return Optional.ofNullable(nearest);
  }
}
