package io.streamalert.benchmarks;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes log types of the shape that real ones have, as a large company has them beside those that
 * ship. They come in families that share some keys; most keys are also those of other types.
 *
 * <p>Of a hundred, 75 take a JSON payload as it is, 16 take the records at one of a dozen paths, 6
 * read CSV and 3 keys and values. One in six has log patterns, a few have an envelope.
 */
final class GeneratedSchemas {

  private static final int FAMILY = 8;
  private static final String[] PATHS = {
    "Records[*]",
    "records[*]",
    "logEvents[*]",
    "logEvents[*].extractedFields",
    "detail",
    "detail.items[*]",
    "docs[*]",
    "[*]",
    "items[*]",
    "data.events[*]",
    "value[*].properties",
    "result[*]"
  };
  private static final String[] STEMS = {
    "user", "host", "source", "target", "event", "session", "process", "file", "device", "policy",
    "agent", "network", "request", "response", "account", "rule", "parent", "client", "server",
        "dns"
  };
  private static final String[] ENDINGS = {
    "id",
    "name",
    "type",
    "ip",
    "port",
    "time",
    "status",
    "path",
    "hash",
    "region",
    "count",
    "action",
    "Id",
    "Name",
    "Type",
    "Address",
    "_uuid",
    "_domain",
    "_version",
    "_reason"
  };

  private final Chance chance;
  private final String[] vocabulary;

  /**
   * A maker of log types.
   *
   * @param known types whose keys are part of the vocabulary
   * @param seed equal seeds give equal types
   */
  GeneratedSchemas(List<LogSchema> known, long seed) {
    this.chance = new Chance(seed);
    Set<String> words = new TreeSet<>();
    known.forEach(schema -> words.addAll(schema.fields().keySet()));
    for (String stem : STEMS) {
      for (String ending : ENDINGS) {
        words.add(stem + ending);
      }
    }
    this.vocabulary = words.toArray(String[]::new);
  }

  /** Makes so many types; their names are no others'. */
  List<LogSchema> make(int count) {
    List<LogSchema> schemas = new ArrayList<>(count);
    Set<String> shared = Set.of();
    for (int i = 0; i < count; i++) {
      shared = i % FAMILY == 0 ? keys(Set.of(), 6) : shared;
      schemas.add(schema("generated" + i / FAMILY + ":type" + i % FAMILY, shared));
    }
    return schemas;
  }

  private Set<String> keys(Set<String> given, int count) {
    Set<String> keys = new LinkedHashSet<>(given);
    while (keys.size() < count) {
      keys.add(chance.of(vocabulary));
    }
    return keys;
  }

  private LogSchema schema(String name, Set<String> shared) {
    LogSchema.Builder schema = LogSchema.named(name);
    // Half of the types have few keys, as those that ship.
    int count = 10 + chance.below(chance.permille(500) ? 15 : 61);
    List<String> texts = new ArrayList<>();
    for (String key : keys(shared, count)) {
      FieldType type = type();
      if (type.equals(FieldType.string())) {
        texts.add(key);
      }
      if (chance.permille(300) && !shared.contains(key)) {
        schema.optionalField(key, type);
      } else {
        schema.field(key, type);
      }
    }
    addParser(schema);
    if (chance.permille(170) && !texts.isEmpty()) {
      addPatterns(schema, texts);
    }
    return schema.build();
  }

  private FieldType type() {
    int kind = chance.below(100);
    if (kind < 70) {
      return FieldType.string();
    }
    if (kind < 87) {
      return FieldType.integer();
    }
    if (kind < 93) {
      return FieldType.any();
    }
    return kind < 97 ? FieldType.list() : FieldType.bool();
  }

  private void addParser(LogSchema.Builder schema) {
    int kind = chance.below(100);
    if (kind < 16) {
      schema.jsonPath(chance.of(PATHS));
      if (chance.permille(250)) {
        schema.option("envelope_keys", FieldValue.of(Map.of("owner", "string", "id", "string")));
      }
    } else if (kind < 22) {
      schema.parser("csv").option("delimiter", FieldValue.of(chance.of(",", ";", "\t")));
    } else if (kind < 25) {
      schema.parser("kv");
    }
  }

  private void addPatterns(LogSchema.Builder schema, List<String> texts) {
    String word = chance.hex(4);
    List<String> patterns = List.of("*" + word + "*", word + "?", "[!" + word + "]*" + word);
    schema.option(
        "log_patterns",
        FieldValue.of(
            Map.of(texts.get(0), patterns, texts.get(texts.size() - 1), List.of("*" + word))));
  }
}
