package io.streamalert.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What every candidate does with a parsed log: the set of its keys is matched against all schemas,
 * and ten values are looked up by path and compared with a text.
 *
 * <p>The keys are those of the first element of {@code Records} if there is one, else those of the
 * log itself.
 */
public final class Work {

  /** The key whose first element is the record. */
  public static final String RECORDS = "Records";

  /** What is looked up in the record. */
  public static final List<List<String>> PATHS = List.of(
      List.of("eventName"),
      List.of("eventSource"),
      List.of("userIdentity", "type"),
      List.of("userIdentity", "sessionContext", "sessionIssuer", "userName"),
      List.of("requestParameters", "bucketName"),
      List.of("detail", "userIdentity", "type"),
      List.of("detail", "userIdentity", "invokedBy"),
      List.of("detail", "eventType"),
      List.of("columns", "path"),
      List.of("decorations", "username"));

  /** What each value is compared with. */
  public static final List<String> TEXTS = List.of(
      "AssumeRole",
      "s3.amazonaws.com",
      "Root",
      "app-server",
      "data",
      "Root",
      "support.amazonaws.com",
      "AwsServiceEvent",
      "/usr/sbin/sshd",
      "root");

  /** Which keys a schema requires, and which it allows. */
  private static final class KeySets {

    private final long[] required;
    private final long[] all;

    KeySets(long[] required, long[] all) {
      this.required = required;
      this.all = all;
    }
  }

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<KeySets> schemas = new ArrayList<>();

  /**
   * Reads schemas.
   *
   * @param conf a configuration directory of StreamAlert
   * @throws IOException if a file cannot be read
   */
  public Work(Path conf) throws IOException {
    Map<String, JsonNode> definitions = new TreeMap<>();
    try (Stream<Path> files = Files.list(conf.resolve("schemas"))) {
      for (Path file : files.sorted().toList()) {
        new ObjectMapper()
            .readTree(file.toFile())
            .properties()
            .forEach(e -> definitions.put(e.getKey(), e.getValue()));
      }
    }
    for (JsonNode definition : definitions.values()) {
      definition
          .path("schema")
          .fieldNames()
          .forEachRemaining(key -> ids.putIfAbsent(key, ids.size()));
    }
    definitions.values().forEach(definition -> schemas.add(keySets(definition)));
  }

  private KeySets keySets(JsonNode definition) {
    Set<String> optional = new HashSet<>();
    definition
        .path("configuration")
        .path("optional_top_level_keys")
        .forEach(key -> optional.add(key.textValue()));
    KeySets sets = new KeySets(emptySet(), emptySet());
    definition.path("schema").fieldNames().forEachRemaining(key -> {
      int id = ids.getOrDefault(key, 0);
      add(sets.all, id);
      if (!optional.contains(key)) {
        add(sets.required, id);
      }
    });
    return sets;
  }

  /**
   * Returns the numbers of all keys.
   *
   * @return key to number; do not change
   */
  public Map<String, Integer> ids() {
    return ids;
  }

  /**
   * Makes a set of key numbers.
   *
   * @return the set, empty
   */
  public long[] emptySet() {
    return new long[ids.size() / Long.SIZE + 1];
  }

  /**
   * Adds a key.
   *
   * @param set the set
   * @param id the number of the key
   */
  public static void add(long[] set, int id) {
    set[id >> 6] |= 1L << id;
  }

  /**
   * Counts the schemas that fit.
   *
   * @param keys the known keys of a record
   * @param unknown how many keys are not known
   * @return how many schemas have all of the keys and require no other
   */
  public int fitting(long[] keys, int unknown) {
    int count = 0;
    if (unknown == 0) {
      for (KeySets schema : schemas) {
        count += fits(schema, keys) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean fits(KeySets schema, long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      if (((schema.required[i] & ~keys[i]) | (keys[i] & ~schema.all[i])) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the paths as UTF-8.
   *
   * @return for each path its keys
   */
  public static byte[][][] pathsUtf8() {
    return PATHS.stream()
        .map(path -> path.stream().map(key -> key.getBytes(UTF_8)).toArray(byte[][]::new))
        .toArray(byte[][][]::new);
  }

  /**
   * Returns the texts as UTF-8.
   *
   * @return the texts
   */
  public static byte[][] textsUtf8() {
    return TEXTS.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
  }
}
