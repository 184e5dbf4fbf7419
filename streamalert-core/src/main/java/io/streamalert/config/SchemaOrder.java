package io.streamalert.config;

import io.streamalert.classify.LogSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which StreamAlert 3.5 tries schemas: by priority, where a schema without one takes
 * the highest that was read before it, or -1.
 */
final class SchemaOrder {

  private SchemaOrder() {}

  private record Ranked(LogSchema schema, long rank) {}

  static List<LogSchema> sorted(List<LogSchema> read) {
    List<Ranked> ranked = new ArrayList<>();
    long highest = -1;
    for (LogSchema schema : read) {
      var priority = schema.options().get("priority");
      long rank = priority == null ? highest : parse(priority.asText());
      highest = Math.max(highest, rank);
      ranked.add(new Ranked(schema, rank));
    }
    ranked.sort(Comparator.comparingLong(Ranked::rank));
    return ranked.stream().map(Ranked::schema).toList();
  }

  private static long parse(String priority) {
    return Long.parseLong(priority.strip());
  }
}
